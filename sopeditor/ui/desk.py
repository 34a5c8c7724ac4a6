"""What every part of the window works with."""

from msgspec import Struct

from sopeditor.foundation.message import Catalogue
from sopeditor.model.profile import Profile
from sopeditor.session.session import EditorSession
from sopeditor.storage.profiles import profile_of
from sopeditor.ui.checking import Checker
from sopeditor.ui.dialogs.questions import Questions
from sopeditor.ui.icons import Icons
from sopeditor.ui.settings import Settings


class Desk(Struct, frozen=True, kw_only=True):
    """The open document and the words, icons, questions, settings and checks around it.

    `profiles` holds every Profil Peraturan by its id.
    """

    session: EditorSession
    catalogue: Catalogue
    icons: Icons
    questions: Questions
    settings: Settings
    profiles: dict[str, Profile]
    checker: Checker

    @property
    def profile(self) -> Profile:
        """The profile of the document."""
        return profile_of(self.session.document, self.profiles)
