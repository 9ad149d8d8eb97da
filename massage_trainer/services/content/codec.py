"""Frozen dataclasses as compact JSON values and back, driven by their type hints."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

_Value = TypeVar("_Value")
_Convert = Callable[[Any], Any]

DAMAGED: Final = (ValueError, TypeError, KeyError, IndexError, AttributeError)


def encode(value: Any) -> Any:
    """Turn a value into what ``json`` can write; a dataclass becomes the list of its fields."""
    kind: Any = type(value)
    return _encoder(kind)(value)


def decode(kind: type[_Value], data: Any) -> _Value:
    """Read what ``encode`` made of a ``kind``; what does not fit raises one of ``DAMAGED``."""
    hint: Any = kind
    value = _decoder(hint)(data)
    if not isinstance(value, kind):
        raise TypeError(f"expected {kind.__name__}")
    return value


def _same(value: Any) -> Any:
    return value


@cache
def _encoder(kind: Any) -> _Convert:
    """The encoder of a type hint."""
    if get_origin(kind) in (Union, UnionType):
        return _encode_union(get_args(kind))
    if get_origin(kind) is tuple:
        item, rest = get_args(kind)
        if rest is not Ellipsis:
            first, second = _encoder(item), _encoder(rest)
            return lambda pair: [first(pair[0]), second(pair[1])]
        encode_item = _encoder(item)
        return lambda items: [encode_item(item) for item in items]
    if get_origin(kind) is dict:
        encode_value = _encoder(get_args(kind)[1])
        return lambda items: {key: encode_value(value) for key, value in items.items()}
    if is_dataclass(kind):
        return _encode_dataclass(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda member: member.value
    return _same


def _encode_dataclass(kind: Any) -> _Convert:
    encoders: list[tuple[str, _Convert]] = []

    def run(value: Any) -> list[Any]:
        if not encoders:  # on first use, because a Block holds Blocks
            hints = get_type_hints(kind)
            encoders.extend((f.name, _encoder(hints[f.name])) for f in fields(kind))
        return [convert(getattr(value, name)) for name, convert in encoders]

    return run


def _encode_union(members: tuple[Any, ...]) -> _Convert:
    """``[number of the member, value]``; nothing is ``null``."""
    kinds = [get_origin(member) or member for member in members]

    def run(value: Any) -> Any:
        if value is None:
            return None
        number = kinds.index(type(value))
        return [number, _encoder(members[number])(value)]

    return run


@cache
def _decoder(kind: Any) -> _Convert:
    """The decoder of a type hint."""
    if get_origin(kind) in (Union, UnionType):
        return _decode_union(get_args(kind))
    if get_origin(kind) is tuple:
        item, rest = get_args(kind)
        if rest is not Ellipsis:
            first, second = _decoder(item), _decoder(rest)
            return lambda pair: (first(pair[0]), second(pair[1]))
        decode_item = _decoder(item)
        if decode_item is _same:
            return tuple
        return lambda items: tuple([decode_item(item) for item in items])
    if get_origin(kind) is dict:
        decode_value = _decoder(get_args(kind)[1])
        return lambda items: {key: decode_value(value) for key, value in items.items()}
    if is_dataclass(kind):
        return _decode_dataclass(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _same


def _decode_dataclass(kind: Any) -> _Convert:
    decoders: list[_Convert] = []

    plain = False

    def run(data: Any) -> Any:
        nonlocal plain
        if not decoders:
            hints = get_type_hints(kind)
            decoders.extend(_decoder(hints[f.name]) for f in fields(kind))
            plain = all(convert is _same for convert in decoders)
        if len(data) != len(decoders):
            raise ValueError(f"{kind.__name__} has other fields")
        if plain:  # nearly everything is a text in two languages
            return kind(*data)
        return kind(*[convert(value) for convert, value in zip(decoders, data, strict=True)])

    return run


def _decode_union(members: tuple[Any, ...]) -> _Convert:
    def run(data: Any) -> Any:
        if data is None and NoneType in members:
            return None
        number, value = data
        return _decoder(members[number])(value)

    return run
