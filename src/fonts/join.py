#!/usr/bin/env python3
"""Makes Umbral Naskh: Noto Naskh Arabic with the Latin and Cyrillic letters, digits and marks of Noto Sans in one file.

JavaFX on Linux lays the pieces of a line that come from several fonts from the left, also where the line is read from the
right: "photo 1: 630 KB" in Dari loses its order. With one font for all of it, no line falls apart.

The two that go in are those of Debian 12, package fonts-noto-core.

    join.py NotoNaskhArabic-Regular.ttf NotoSans-Regular.ttf UmbralNaskh-Regular.ttf Regular

Glyphs are copied without hints; what both fonts have stays Naskh, but the digits. The em is 900 units instead of 1000, and
what is copied grows smaller by as much: so the Arabic letters are read as easily as the Latin ones beside them. Both fonts are under the SIL Open Font
License without reserved names.
"""
import struct
import sys

WANTED = [*range(0x20, 0x250), *range(0x2B0, 0x300), *range(0x400, 0x530), *range(0x1E00, 0x1F00), *range(0x2010, 0x2028),
          *range(0x202F, 0x205F), *range(0x20A0, 0x20C0), 0x2116, 0x2122, *range(0x2150, 0x215F), *range(0x2190, 0x219A),
          0x2212, 0x2248, 0x2260, 0x2264, 0x2265]
DIGITS = range(0x30, 0x3A)
CHECK = 0x2713
CHECK_SHAPE = [(70, 330), (150, 410), (290, 265), (620, 640), (700, 565), (292, 105)]
EM = 900
SMALLER = 0.9
LINE = (980, -400)


def tables(data):
    count = struct.unpack(">H", data[4:6])[0]
    found = {}
    for i in range(count):
        at = 12 + 16 * i
        start, length = struct.unpack(">II", data[at + 8:at + 16])
        found[data[at:at + 4]] = data[start:start + length]
    return found


def glyphs(font):
    count = struct.unpack(">H", font[b"maxp"][4:6])[0]
    wide = struct.unpack(">h", font[b"head"][50:52])[0]
    at = struct.unpack(f">{count + 1}{'I' if wide else 'H'}", font[b"loca"][:(count + 1) * (4 if wide else 2)])
    at = at if wide else [2 * one for one in at]
    return [font[b"glyf"][a:b] for a, b in zip(at, at[1:])]


def widths(font, count):
    own = struct.unpack(">H", font[b"hhea"][34:36])[0]
    said = [struct.unpack(">Hh", font[b"hmtx"][4 * i:4 * i + 4]) for i in range(own)]
    rest = font[b"hmtx"][4 * own:]
    return said + [(said[-1][0], struct.unpack(">h", rest[2 * i:2 * i + 2])[0]) for i in range(count - own)]


def characters(font):
    table, best = font[b"cmap"], {}
    for i in range(struct.unpack(">H", table[2:4])[0]):
        start = struct.unpack(">I", table[8 + 8 * i:12 + 8 * i])[0]
        kind = struct.unpack(">H", table[start:start + 2])[0]
        if kind == 12:
            for g in range(struct.unpack(">I", table[start + 12:start + 16])[0]):
                first, last, glyph = struct.unpack(">III", table[start + 16 + 12 * g:start + 28 + 12 * g])
                best.update({c: glyph + c - first for c in range(first, last + 1)})
        elif kind == 4:
            best = {**segments(table, start), **best}
    return best


def segments(table, start):
    count = struct.unpack(">H", table[start + 6:start + 8])[0] // 2
    read = lambda at, sign: struct.unpack(f">{count}{sign}", table[at:at + 2 * count])
    ends, starts = read(start + 14, "H"), read(start + 16 + 2 * count, "H")
    deltas, offsets = read(start + 16 + 4 * count, "H"), read(start + 16 + 6 * count, "H")
    found = {}
    for i in range(count):
        for c in range(starts[i], min(ends[i], 0xFFFE) + 1):
            glyph = c
            if offsets[i]:
                at = start + 16 + 6 * count + 2 * i + offsets[i] + 2 * (c - starts[i])
                glyph = struct.unpack(">H", table[at:at + 2])[0]
                if not glyph:
                    continue
            if (glyph + deltas[i]) & 0xFFFF:
                found[c] = (glyph + deltas[i]) & 0xFFFF
    return found


def parts(glyph):
    """Where the number of each part of a composed glyph stands, and where the last part ends."""
    at, found = 10, []
    while True:
        flags = struct.unpack(">H", glyph[at:at + 2])[0]
        found.append(at)
        at += 4 + (4 if flags & 1 else 2) + (2 if flags & 8 else 4 if flags & 0x40 else 8 if flags & 0x80 else 0)
        if not flags & 0x20:
            return found, at


def points(glyph, contours):
    """The flags and the two coordinates of every point."""
    ends = struct.unpack(f">{contours}H", glyph[10:10 + 2 * contours])
    at = 12 + 2 * contours + struct.unpack(">H", glyph[10 + 2 * contours:12 + 2 * contours])[0]
    flags = []
    while len(flags) <= ends[-1]:
        flags.append(glyph[at])
        at += 1
        if flags[-1] & 8:
            flags += [flags[-1]] * glyph[at]
            at += 1
    axes = []
    for short, same in ((2, 16), (4, 32)):
        value, axis = 0, []
        for flag in flags:
            if flag & short:
                value += glyph[at] if flag & same else -glyph[at]
                at += 1
            elif not flag & same:
                value += struct.unpack(">h", glyph[at:at + 2])[0]
                at += 2
            axis.append(value)
        axes.append(axis)
    return ends, flags, axes


def smaller(value):
    return round(value * SMALLER)


def unhinted(glyph, renumber):
    if not glyph:
        return glyph
    contours = struct.unpack(">h", glyph[:2])[0]
    if contours >= 0:
        ends, flags, (xs, ys) = points(glyph, contours)
        return outline(ends, flags, [smaller(x) for x in xs], [smaller(y) for y in ys])
    places, end = parts(glyph)
    made = bytearray(glyph[:2] + struct.pack(">4h", *map(smaller, struct.unpack(">4h", glyph[2:10]))) + glyph[10:end])
    for at in places:
        flags, part = struct.unpack(">HH", glyph[at:at + 4])
        made[at:at + 4] = struct.pack(">HH", flags & ~0x100, renumber(part))
        if flags & 2:
            kind, length = (">hh", 4) if flags & 1 else (">bb", 2)
            moved = struct.unpack(kind, glyph[at + 4:at + 4 + length])
            made[at + 4:at + 4 + length] = struct.pack(kind, *map(smaller, moved))
    return bytes(made)


def outline(ends, flags, xs, ys):
    steps = lambda values: b"".join(struct.pack(">h", b - a) for a, b in zip((0, *values), values))
    made = struct.pack(">hhhhh", len(ends), min(xs), min(ys), max(xs), max(ys)) + struct.pack(f">{len(ends)}HH", *ends, 0)
    return made + bytes(flag & 1 for flag in flags) + steps(xs) + steps(ys)


def mapping(chars):
    """One table for all characters, and an older one for those of 16 bits."""
    runs = []
    for c, glyph in sorted(chars.items()):
        if runs and c == runs[-1][1] + 1 and glyph == runs[-1][2] + c - runs[-1][0]:
            runs[-1][1] = c
        else:
            runs.append([c, c, glyph])
    new = struct.pack(">HHIII", 12, 0, 16 + 12 * len(runs), 0, len(runs)) + b"".join(struct.pack(">III", *r) for r in runs)
    short = [r for r in runs if r[1] < 0xFFFF] + [[0xFFFF, 0xFFFF, 0]]
    n = len(short)
    power = 1 << (n.bit_length() - 1)
    old = struct.pack(">HHHHHHH", 4, 16 + 8 * n, 0, 2 * n, 2 * power, power.bit_length() - 1, 2 * (n - power))
    old += struct.pack(f">{n}H", *(r[1] for r in short)) + b"\0\0" + struct.pack(f">{n}H", *(r[0] for r in short))
    old += struct.pack(f">{n}H", *((r[2] - r[0]) & 0xFFFF for r in short)) + bytes(2 * n)
    head = struct.pack(">HH", 0, 4)
    for platform, encoding, where in ((0, 3, 36), (0, 4, 36 + len(old)), (3, 1, 36), (3, 10, 36 + len(old))):
        head += struct.pack(">HHI", platform, encoding, where)
    return head + old + new


def names(style):
    said = {1: "Umbral Naskh", 2: style, 3: f"Umbral Naskh {style}", 4: f"Umbral Naskh {style}",
            5: "Version 1.0", 6: f"UmbralNaskh-{style}",
            13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.", 14: "https://scripts.sil.org/OFL"}
    entries, text = b"", b""
    for key, value in said.items():
        coded = value.encode("utf-16-be")
        entries += struct.pack(">HHHHHH", 3, 1, 0x409, key, len(coded), len(text))
        text += coded
    return struct.pack(">HHH", 0, len(said), 6 + len(entries)) + entries + text


def checksum(data):
    data = data + bytes(-len(data) % 4)
    return sum(struct.unpack(f">{len(data) // 4}I", data)) & 0xFFFFFFFF


def written(font):
    n = len(font)
    power = 1 << (n.bit_length() - 1)
    head = struct.pack(">IHHHH", 0x10000, n, 16 * power, power.bit_length() - 1, 16 * (n - power))
    at, body = 12 + 16 * n, b""
    for tag, data in sorted(font.items()):
        head += tag + struct.pack(">III", checksum(data), at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    whole = bytearray(head + body)
    where = struct.unpack(">I", head[12 + 16 * sorted(font).index(b"head") + 8:][:4])[0] + 8
    whole[where:where + 4] = struct.pack(">I", (0xB1B0AFBA - checksum(bytes(whole))) & 0xFFFFFFFF)
    return bytes(whole)


def join(naskh, sans, style):
    shapes, measures = glyphs(naskh), widths(naskh, len(glyphs(naskh)))
    other, other_measures = glyphs(sans), widths(sans, len(glyphs(sans)))
    chars, theirs, taken = characters(naskh), characters(sans), {}

    def take(glyph):
        if glyph not in taken:
            taken[glyph] = len(shapes)
            shapes.append(b"")
            measures.append(tuple(map(smaller, other_measures[glyph])))
            shapes[taken[glyph]] = unhinted(other[glyph], take)
        return taken[glyph]

    for c in WANTED:
        if c in theirs and (c not in chars or c in DIGITS):
            chars[c] = take(theirs[c])
    chars[CHECK] = len(shapes)
    shapes.append(outline([len(CHECK_SHAPE) - 1], [1] * len(CHECK_SHAPE), *zip(*CHECK_SHAPE)))
    measures.append((770, min(x for x, _ in CHECK_SHAPE)))

    made = {tag: naskh[tag] for tag in naskh if tag not in (b"DSIG", b"hdmx", b"VDMX", b"LTSH")}
    shapes = [shape + bytes(-len(shape) % 4) for shape in shapes]
    at = [0]
    for shape in shapes:
        at.append(at[-1] + len(shape))
    made[b"glyf"], made[b"loca"] = b"".join(shapes), struct.pack(f">{len(at)}I", *at)
    made[b"hmtx"] = b"".join(struct.pack(">Hh", *one) for one in measures)
    made[b"cmap"], made[b"name"] = mapping(chars), names(style)
    made[b"post"] = struct.pack(">I", 0x30000) + naskh[b"post"][4:32]
    most = [max(a, b) for a, b in zip(*(struct.unpack(">13H", font[b"maxp"][6:32]) for font in (naskh, sans)))]
    made[b"maxp"] = naskh[b"maxp"][:4] + struct.pack(">14H", len(shapes), *most)
    made[b"head"] = naskh[b"head"][:8] + bytes(4) + naskh[b"head"][12:18] + struct.pack(">H", EM) + naskh[b"head"][20:50] + struct.pack(">h", 1) + naskh[b"head"][52:]
    made[b"hhea"] = naskh[b"hhea"][:4] + struct.pack(">hhh", *LINE, 0) + naskh[b"hhea"][10:34] + struct.pack(">H", len(shapes))
    made[b"OS/2"] = (naskh[b"OS/2"][:68] + struct.pack(">hhhHH", *LINE, 0, LINE[0], -LINE[1]) + naskh[b"OS/2"][78:])
    return written(made)


if __name__ == "__main__":
    arabic, latin, out, named = sys.argv[1:]
    with open(arabic, "rb") as one, open(latin, "rb") as two:
        result = join(tables(one.read()), tables(two.read()), named)
    with open(out, "wb") as file:
        file.write(result)
    print(out, len(result), "bytes")
