"""Rotations as unit quaternions (w, x, y, z): normalising, joining, turning vectors, blending."""

import math

Vector = tuple[float, float, float]
Quaternion = tuple[float, float, float, float]

IDENTITY: Quaternion = (1.0, 0.0, 0.0, 0.0)
# Closer than this the arc is a straight line in floating point, and the sine in slerp is noise.
_NEARLY_EQUAL = 0.9999


def normalised(q: Quaternion) -> Quaternion:
    length = math.sqrt(sum(part * part for part in q))
    if not length > 0.0 or math.isinf(length):
        raise ValueError("a rotation needs a finite length above zero")
    w, x, y, z = q
    return (w / length, x / length, y / length, z / length)


def joined(a: Quaternion, b: Quaternion) -> Quaternion:
    """The rotation that turns by ``b`` first and by ``a`` afterwards."""
    aw, ax, ay, az = a
    bw, bx, by, bz = b
    return (
        aw * bw - ax * bx - ay * by - az * bz,
        aw * bx + ax * bw + ay * bz - az * by,
        aw * by - ax * bz + ay * bw + az * bx,
        aw * bz + ax * by - ay * bx + az * bw,
    )


def turned(q: Quaternion, v: Vector) -> Vector:
    w, x, y, z = q
    vx, vy, vz = v
    tx, ty, tz = 2 * (y * vz - z * vy), 2 * (z * vx - x * vz), 2 * (x * vy - y * vx)
    return (
        vx + w * tx + y * tz - z * ty,
        vy + w * ty + z * tx - x * tz,
        vz + w * tz + x * ty - y * tx,
    )


def matrix_rows(q: Quaternion) -> tuple[Vector, Vector, Vector]:
    w, x, y, z = q
    return (
        (1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)),
        (2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)),
        (2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)),
    )


def slerp(a: Quaternion, b: Quaternion, share: float) -> Quaternion:
    """The rotation on the shorter arc from ``a`` (share 0) to ``b`` (share 1)."""
    dot = sum(p * q for p, q in zip(a, b, strict=True))
    sign = -1.0 if dot < 0 else 1.0
    dot = abs(dot)
    if dot > _NEARLY_EQUAL:
        left, right = 1 - share, share * sign
    else:
        angle = math.acos(dot)
        left = math.sin((1 - share) * angle) / math.sin(angle)
        right = sign * math.sin(share * angle) / math.sin(angle)
    w, x, y, z = (left * p + right * q for p, q in zip(a, b, strict=True))
    return normalised((w, x, y, z))
