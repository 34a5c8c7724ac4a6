"""The mark of a method that stands in the place of one of its base class."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["override"]

if TYPE_CHECKING:
    from typing_extensions import override
else:
    # The mark is for the type checker alone. The package that has it for Python 3.11 takes as
    # long to import as all that the program knows of documents, and need not be installed.
    Method = TypeVar("Method", bound=Callable[..., Any])

    def override(method: Method) -> Method:
        """Mark a method; it stays as it is."""
        return method
