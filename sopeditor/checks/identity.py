"""Rules on the Bagian Identitas (ID)."""

from collections.abc import Iterator

from sopeditor.checks.finding import Basis, Finding, Place, Rule, Severity, found
from sopeditor.checks.subject import Subject
from sopeditor.checks.text import first_word, is_active_verb, phrase_in, words_of

_NUMBER = Rule("ID01", Severity.INFO, Basis.IDENTITY)
_TITLE_SAYS_SOP = Rule("ID02", Severity.WARNING, Basis.PRACTICE)
_TITLE_IS_NOUN = Rule("ID03", Severity.INFO, Basis.NEEDS)
_NO_TITLE = Rule("ID03", Severity.WARNING, Basis.IDENTITY)
_ONE_ACTIVITY = Rule("ID04", Severity.INFO, Basis.NEEDS)
_EFFECTIVE = Rule("ID06", Severity.ERROR, Basis.IDENTITY)
_REVISED = Rule("ID07", Severity.WARNING, Basis.IDENTITY)
_EMPLOYEE_ID = Rule("ID08", Severity.WARNING, Basis.IDENTITY)
_REPLACED = Rule("ID09", Severity.WARNING, Basis.LAWS)
_RELATED = Rule("ID11", Severity.WARNING, Basis.IDENTITY)
_WARNINGS = Rule("ID15", Severity.WARNING, Basis.IDENTITY)

_NIP_DIGITS = 18
_JOINING = ("dan", "serta")


def number_given(subject: Subject) -> Iterator[Finding]:
    """ID01: the SOP has a number; it may be given last, by the registry."""
    if not subject.document.identity.sop_number.strip():
        yield found(_NUMBER, Place(field="sop_number"))


def title_worded(subject: Subject) -> Iterator[Finding]:
    """ID02, ID03, ID04: the title is the noun phrase of one activity, without "SOP"."""
    title, place = subject.document.identity.title.strip(), Place(field="title")
    if not title:
        yield found(_NO_TITLE, place, "empty")
        return
    if prefix := _sop_prefix(title, subject):
        yield found(_TITLE_SAYS_SOP, place, words=title[: len(prefix)])
    elif is_active_verb(first_word(title), subject.words):
        yield found(_TITLE_IS_NOUN, place, word=title.split()[0])
    if phrase_in(title, _JOINING) or "/" in title:
        yield found(_ONE_ACTIVITY, place)


def dates_in_order(subject: Subject) -> Iterator[Finding]:
    """ID06, ID07: the SOP comes into force, and is revised, no earlier than it was made."""
    identity = subject.document.identity
    made = identity.created_on
    for rule, field, date in (
        (_EFFECTIVE, "effective_on", identity.effective_on),
        (_REVISED, "revised_on", identity.revised_on),
    ):
        if made.day and date.day and date.day < made.day:
            yield found(rule, Place(field=field), made=made.printed, day=date.printed)


def employee_id_complete(subject: Subject) -> Iterator[Finding]:
    """ID08: a NIP has 18 digits; dots that wait for one are none."""
    typed = subject.document.identity.approver.employee_id
    digits = sum(character.isdigit() for character in typed)
    if digits not in {0, _NIP_DIGITS}:
        yield found(_EMPLOYEE_ID, Place(field="approver"), digits=digits)


def legal_bases_in_force(subject: Subject) -> Iterator[Finding]:
    """ID09: no regulation that another has replaced."""
    for item in subject.document.identity.legal_bases:
        for regulation in subject.words.replaced:
            if regulation.cited.search(item):
                yield found(
                    _REPLACED, Place(field="legal_bases"), old=regulation.old, new=regulation.new
                )


def related_are_sops(subject: Subject) -> Iterator[Finding]:
    """ID11: Keterkaitan names other SOPs, not persons and not this one."""
    place = Place(field="related_sops")
    own = _bare_title(subject.document.identity.title, subject)
    for item in subject.document.identity.related_sops:
        if own and _bare_title(item, subject) == own:
            yield found(_RELATED, place, "itself", item=item)
        elif not _names_sop(item, subject):
            yield found(_RELATED, place, item=item)


def warnings_conditional(subject: Subject) -> Iterator[Finding]:
    """ID15: a warning says what happens if, or until when."""
    words = subject.words
    for item in subject.document.identity.warnings:
        if not phrase_in(item, words.conditions | words.deadlines | words.time_units):
            yield found(_WARNINGS, Place(field="warnings"), item=item)


def _sop_prefix(title: str, subject: Subject) -> str:
    """Answer the words for SOP with which a title begins; nothing when it doesn't."""
    lowered = title.lower()
    prefixes = (
        word
        for word in subject.words.sop_words
        if lowered.startswith(word) and not lowered[len(word) : len(word) + 1].isalnum()
    )
    return max(prefixes, key=len, default="")


def _bare_title(title: str, subject: Subject) -> tuple[str, ...]:
    stripped = title.strip()
    return words_of(stripped[len(_sop_prefix(stripped, subject)) :])


def _names_sop(item: str, subject: Subject) -> bool:
    """Answer whether an entry says SOP, or is the name of an activity (pe-, pelayanan)."""
    if phrase_in(item, subject.words.sop_words):
        return True
    actors = {words_of(actor.name) for actor in subject.document.actors}
    first = first_word(item)
    named = first.startswith("pe") or first in subject.words.verb_of_noun
    return named and words_of(item) not in actors
