"""What every part of one layout looks at: paper, type, captions and measured text."""

from msgspec import Struct, field

from sopeditor.layout.recall import Recall
from sopeditor.layout.sheet import Sheet
from sopeditor.layout.style import Fonts, LayoutStyle
from sopeditor.layout.wrapping import Typesetter
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile


class Context(Struct, frozen=True, kw_only=True):
    """One layout's surroundings; lives as long as the call."""

    document: Document
    profile: Profile
    sheet: Sheet
    style: LayoutStyle
    fonts: Fonts
    setter: Typesetter
    #: What the layout before answered; everything here but `document` is its surroundings.
    recall: Recall = field(default_factory=Recall)

    def caption(self, key: str) -> str:
        """Answer a caption of the profile; empty where the profile does not word it."""
        return self.profile.captions.get(key, "")

    def actor_name(self, actor_id: str) -> str:
        """Answer the name of an actor; empty when the document does not know it."""
        for actor in self.document.actors:
            if actor.id == actor_id:
                return actor.name
        return ""
