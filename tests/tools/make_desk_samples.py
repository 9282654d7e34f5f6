#!/usr/bin/env python3
"""Makes the samples of a round with cards of the host's desk (tests/fuzz/corpus/ballots/*-attended*.json) out of those that are there, by
docs/formats/ballots.md alone: with the functions of the second reader, and signing written here. Keys are of fixed seeds.

  make_desk_samples.py      writes the same bytes each time
"""
import base64
import hashlib
import json
import pathlib
import struct

import ballot_reader as reader

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "tests/fuzz/corpus/ballots"


def pair(byte):
    """Secret number, prefix and public key of Ed25519 (RFC 8032, section 5.1.5), of 32 equal bytes."""
    digest = hashlib.sha512(bytes([byte]) * 32).digest()
    number = int.from_bytes(digest[:32], "little") & ~7 & (2**254 - 1) | 2**254
    return number, digest[32:], encoded(reader.times(number, reader.BASE))


def encoded(point):
    z = pow(point[2], reader.P - 2, reader.P)
    x, y = point[0] * z % reader.P, point[1] * z % reader.P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def sign(message, key):
    number, prefix, public = key
    k = int.from_bytes(hashlib.sha512(prefix + message).digest(), "little") % reader.L
    r = encoded(reader.times(k, reader.BASE))
    challenge = int.from_bytes(hashlib.sha512(r + public + message).digest(), "little")
    return r + ((k + challenge * number) % reader.L).to_bytes(32, "little")


def tag(key):
    return reader.h(key[2])[:16].hex()


def main():
    package = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
    organiser, code, desk, kiosk, phones = (pair(n) for n in (7, 1, 8, 3, 9))
    signature = package.pop("signature")
    body = reader.domain("stoepkrijt package 1") + reader.canonical(package)
    reader.require(sign(body, organiser).hex() == signature and package["codes"] == [tag(code)], "the sample that is there")
    election = reader.election_bytes(package["election"])
    holders = [bytes.fromhex(key) for key in package["holders"]]

    def write(name, document):
        (FOLDER / f"{name}.json").write_bytes(reader.canonical(document))

    def vote(key, ballot, seed):
        sealed = reader.seal(election, ballot + bytes(15), holders, bytes([seed]) * 32)
        return key[2], sealed, sign(reader.domain("stoepkrijt vote 1") + election + sealed, key)

    package["attended"] = [tag(desk)]
    package["boxes"].append({"channel": "phone", "id": "p", "key": phones[2].hex()})
    body = reader.domain("stoepkrijt package 1") + reader.canonical(package)
    fingerprint = reader.h(body)
    write("package-attended", {**package, "signature": sign(body, organiser).hex()})

    def start(box):
        return reader.h(reader.domain("stoepkrijt audit start 1") + election + reader.counted(box.encode()))

    def close(name, box, records, head, key):
        records = sorted(records, key=lambda record: (reader.h(record[1]), record[0], record[2]))
        message = reader.domain("stoepkrijt box 1") + b"\1" + election + fingerprint + reader.counted(box.encode())
        message += struct.pack("<I", len(records)) + b"".join(k + s + reader.counted(c) for k, c, s in records) + head
        rows = [[k.hex(), base64.b64encode(c).decode(), s.hex()] for k, c, s in records]
        write(name, {"audit": head.hex(), "box": box, "election": package["election"], "format": "stoepkrijt-box",
                     "package": fingerprint.hex(), "records": rows, "signature": sign(message, key).hex(), "version": 1})

    head, entries = start("k"), []
    for event, number, minute, numbers, text in (("version", 11, 1000, {}, "1"), ("opened", 0, 1001, {"codes": 1, "reserves": 1}, ""),
                                                 ("hour", 2, 960, {"ballots": 2, "refused": 0}, ""), ("attended", 12, 1019, {"ballots": 1}, ""),
                                                 ("closed", 1, 1019, {"ballots": 2}, "")):
        values = [value for _, value in sorted(numbers.items())]
        head = reader.h(reader.domain("stoepkrijt audit 1") + head + struct.pack("<HQB", number, minute, len(values))
                        + b"".join(struct.pack("<q", value) for value in values) + reader.counted(text.encode()))
        entries.append({"event": event, "head": head.hex(), "minute": minute, "numbers": numbers, "text": text})
    write("audit-attended", {"box": "k", "election": package["election"], "entries": entries, "format": "stoepkrijt-audit", "version": 1})

    votes = [vote(code, b"\x80", 20), vote(desk, b"\x40", 21)]
    close("box-attended", "k", votes, head, kiosk)
    close("box-attended-phones", "p", [vote(desk, b"\x80", 22)], start("p"), phones)
    ballots = [base64.b64encode(sealed).decode() for sealed in sorted((v[1] for v in votes), key=reader.h)]
    write("urn-attended", {"ballots": ballots, "conflicts": [], "election": package["election"], "format": "stoepkrijt-urn", "lot": "",
                           "package": fingerprint.hex(), "version": 1})


if __name__ == "__main__":
    main()
