#!/usr/bin/env python3
"""A second reader of the ballot box's files, written from docs/formats/ballots.md alone, with nothing of the C++ and no libraries but
Python's own: it checks every signature, hash and chain of the samples in tests/fuzz/corpus/ballots, merges the box, opens the urn with the
shares of the two holders, seals again, and compares. Slow and plain on purpose.

  ballot_reader.py [--folder DIR]      exit 1 and the first thing that does not hold
"""
import argparse
import base64
import gzip
import hashlib
import json
import pathlib
import struct
import sys

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def h(data, key=b""):
    return hashlib.blake2b(data, digest_size=32, key=key).digest()


def domain(text):
    return text.encode() + b"\0"


def counted(data):
    return struct.pack("<I", len(data)) + data


def canonical(document):
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def election_bytes(text):
    value = 0
    for letter in text.upper():
        value = value * 32 + ALPHABET.index(letter)
    return value.to_bytes(16, "big")


# --- Ed25519, verification (RFC 8032, section 5.1.7) and keys ------------------------------------------------------------
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):
    x1, y1, z1, t1 = a
    x2, y2, z2, t2 = b
    aa, bb = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    cc, dd = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, hh = bb - aa, dd - cc, dd + cc, bb + aa
    return e * f % P, g * hh % P, f * g % P, e * hh % P


def times(n, point):
    out = (0, 1, 1, 0)
    while n:
        if n & 1:
            out = add(out, point)
        point = add(point, point)
        n >>= 1
    return out


def point_of(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P:
        raise ValueError("no point")
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def is_signed(message, signature, key):
    r, s = point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    a, b = times(s, BASE), add(r, times(k, point_of(key)))
    return s < L and (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


# --- X25519 (RFC 7748), Salsa20 and Poly1305 as NaCl's secretbox and box put them together --------------------------------
def x25519(scalar, u):
    k = int.from_bytes(scalar, "little") & ~7 & (2**254 - 1) | 2**254
    x1 = int.from_bytes(u, "little") & (2**255 - 1)
    x2, z2, x3, z3, swap = 1, 0, x1, 1, 0
    for t in range(254, -1, -1):
        bit = k >> t & 1
        if swap ^ bit:
            x2, x3, z2, z3 = x3, x2, z3, z2
        swap = bit
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        da, cb = d * a % P, c * b % P
        x3, z3 = (da + cb) ** 2 % P, x1 * (da - cb) ** 2 % P
        aa, bb = a * a % P, b * b % P
        e = aa - bb
        x2, z2 = aa * bb % P, e * (aa + 121665 * e) % P
    if swap:
        x2, z2 = x3, z3
    return (x2 * pow(z2, P - 2, P) % P).to_bytes(32, "little")


def salsa(key, middle, hsalsa=False):
    sigma, k, n = struct.unpack("<4I", b"expand 32-byte k"), struct.unpack("<8I", key), struct.unpack("<4I", middle)
    x = start = [sigma[0], *k[:4], sigma[1], *n, sigma[2], *k[4:], sigma[3]]
    x = list(x)
    rotate = lambda v, c: (v << c | v >> 32 - c) & 0xFFFFFFFF
    rows = [(0, 4, 8, 12), (5, 9, 13, 1), (10, 14, 2, 6), (15, 3, 7, 11), (0, 1, 2, 3), (5, 6, 7, 4), (10, 11, 8, 9), (15, 12, 13, 14)]
    for _ in range(10):
        for a, b, c, d in rows:
            x[b] ^= rotate((x[a] + x[d]) & 0xFFFFFFFF, 7)
            x[c] ^= rotate((x[b] + x[a]) & 0xFFFFFFFF, 9)
            x[d] ^= rotate((x[c] + x[b]) & 0xFFFFFFFF, 13)
            x[a] ^= rotate((x[d] + x[c]) & 0xFFFFFFFF, 18)
    if hsalsa:
        return struct.pack("<8I", *(x[i] for i in (0, 5, 10, 15, 6, 7, 8, 9)))
    return struct.pack("<16I", *((a + b) & 0xFFFFFFFF for a, b in zip(x, start)))


def secretbox(content, nonce, key):
    """The tag and the content encrypted; content that was encrypted before comes out again."""
    sub = salsa(key, nonce[:16], hsalsa=True)
    stream = b"".join(salsa(sub, nonce[16:] + struct.pack("<Q", i)) for i in range((len(content) + 32) // 64 + 1))
    out = bytes(a ^ b for a, b in zip(content, stream[32:]))
    return stream[:32], out


def tag_of(poly_key, data):
    r = int.from_bytes(poly_key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for i in range(0, len(data), 16):
        total = (total + int.from_bytes(data[i:i + 16] + b"\1", "little")) * r % (2**130 - 5)
    return ((total + int.from_bytes(poly_key[16:], "little")) % 2**128).to_bytes(16, "little")


def lock(content, nonce, key):
    poly_key, out = secretbox(content, nonce, key)
    return tag_of(poly_key, out) + out


def unlock(box, nonce, key):
    poly_key, out = secretbox(box[16:], nonce, key)
    return out if tag_of(poly_key, box[16:]) == box[:16] else None


# --- the protocol ----------------------------------------------------------------------------------------------------------
def derived(seed, label, i):
    return h(domain("stoepkrijt seal 1") + bytes([label, i]), key=seed)


def xor(a, b):
    return bytes(x ^ y for x, y in zip(a, b))


def seal(election, ballot, holders, seed):
    key = derived(seed, 0, 0)
    out = b"\1" + lock(b"\1" + election + seed + ballot, bytes(24), key)
    for p, pair in enumerate(((0, 1), (0, 2), (1, 2))):
        pad = derived(seed, 1, p)
        for side, share in enumerate((pad, xor(key, pad))):
            secret = hashlib.sha512(derived(seed, 2, 2 * p + side)).digest()[:32]
            public = x25519(secret, (9).to_bytes(32, "little"))
            nonce = hashlib.blake2b(public + holders[pair[side]], digest_size=24).digest()
            shared = salsa(x25519(secret, holders[pair[side]]), bytes(16), hsalsa=True)
            out += public + lock(share, nonce, shared)
    return out


def receipt(sealed):
    bits = int.from_bytes(h(sealed)[:8], "big") >> 14
    text = "".join(ALPHABET[bits >> 5 * (9 - i) & 31] for i in range(10))
    return text[:5] + "-" + text[5:]


def multiply(a, b):
    out = 0
    for i in range(5):
        out ^= (a << i) * (b >> i & 1)
    for i in range(8, 4, -1):
        out ^= (0b100101 << i - 5) * (out >> i & 1)
    return out


def is_sound(row, mask):
    row = [ALPHABET.index(c) for c in row]
    row[13] ^= mask[0] >> 3
    row[14] ^= (mask[0] << 8 | mask[1]) >> 6 & 31
    total = weighted = 0
    power = 1
    for symbol in row:
        total ^= symbol
        weighted ^= multiply(symbol, power)
        power = multiply(power, 2)
    return total == 0 and weighted == 0


def require(holds, what):
    if not holds:
        sys.exit(f"ballot_reader: {what}")
    require.count += 1


require.count = 0


def check_signed(document, name, key):
    body = {k: v for k, v in document.items() if k != "signature"}
    message = domain(name) + canonical(body)
    require(is_signed(message, bytes.fromhex(document["signature"]), bytes.fromhex(key)), f"{name}: signature")
    return h(message)


def check_box(box, package, fingerprint):
    election = election_bytes(box["election"])
    records = [(bytes.fromhex(k), base64.b64decode(c), bytes.fromhex(s)) for k, c, s in box["records"]]
    message = domain("stoepkrijt box 1") + b"\1" + election + fingerprint + counted(box["box"].encode()) + struct.pack("<I", len(records))
    for key, sealed, signature in records:
        message += key + signature + counted(sealed)
    message += bytes.fromhex(box["audit"])
    own = next(b for b in package["boxes"] if b["id"] == box["box"])
    require(is_signed(message, bytes.fromhex(box["signature"]), bytes.fromhex(own["key"])), "box: signature")
    require(records == sorted(records, key=lambda r: (h(r[1]), r[0], r[2])), "box: order")
    for key, sealed, signature in records:
        require(is_signed(domain("stoepkrijt vote 1") + election + sealed, signature, key), "vote: signature")
    return records


def check_urn(urn, records, package, spoilt, phones=()):
    """One box of a kiosk, and one of phones where there is one; the sample's list joins its two cards."""
    groups = {}
    join = {b: a for a, b in spoilt["replaced"]} if spoilt else {}
    for key, sealed, _ in [*records, *phones]:
        tag = h(key)[:16].hex()
        attended = tag in package.get("attended", []) and (key, sealed, _) in records
        if tag in package["codes"] or tag in join or attended:
            groups.setdefault(join.get(tag, tag), set()).add(sealed)
    lot = h(urn["lot"].encode())
    chosen = [sorted(group, key=lambda c: h(c, key=lot)) for group in groups.values()]
    require(sorted({g[0] for g in chosen}, key=h) == [base64.b64decode(c) for c in urn["ballots"]], "urn: ballots")
    conflicts = sorted(([h(g[0]).hex(), [base64.b64encode(c).decode() for c in g[1:]]] for g in chosen if len(g) > 1), key=lambda c: c[0])
    require(conflicts == [[c["counted"], c["others"]] for c in urn["conflicts"]], "urn: conflicts")
    message = domain("stoepkrijt urn 1") + b"\1" + election_bytes(urn["election"]) + bytes.fromhex(urn["package"]) + counted(urn["lot"].encode())
    message += struct.pack("<I", len(urn["ballots"])) + b"".join(counted(base64.b64decode(c)) for c in urn["ballots"])
    message += struct.pack("<I", len(urn["conflicts"]))
    for conflict in urn["conflicts"]:
        message += bytes.fromhex(conflict["counted"]) + struct.pack("<I", len(conflict["others"]))
        message += b"".join(counted(base64.b64decode(c)) for c in conflict["others"])
    return h(message)


def open_all(urn, shares, package, key):
    """With holder 1's share file and holder 2's secret key."""
    holders = [bytes.fromhex(k) for k in package["holders"]]
    election = election_bytes(package["election"])
    all_sealed = [base64.b64decode(c) for c in urn["ballots"]] + [base64.b64decode(c) for g in urn["conflicts"] for c in g["others"]]
    for sealed, share in zip(all_sealed, shares["shares"], strict=True):
        theirs = sealed[-480:][80:160]  # pair 0, the share for holder 2
        nonce = hashlib.blake2b(theirs[:32] + holders[1], digest_size=24).digest()
        mine = unlock(theirs[32:], nonce, salsa(x25519(key, theirs[:32]), bytes(16), hsalsa=True))
        require(mine is not None, "shares: holder 2 opens")
        content = unlock(sealed[1:-480], bytes(24), xor(mine, bytes.fromhex(share)[:32]))
        require(content is not None and content[0] == 1 and content[1:17] == election, "sealed: opens")
        require(seal(election, content[49:], holders, content[17:49]) == sealed, "sealed: sealed again")
        require(any(content[49:]), "sealed: a plan is chosen")


def check_audit(log, events):
    head = h(domain("stoepkrijt audit start 1") + election_bytes(log["election"]) + counted(log["box"].encode()))
    for entry in log["entries"]:
        numbers = [v for _, v in sorted(entry["numbers"].items())]
        head = h(domain("stoepkrijt audit 1") + head + struct.pack("<HQB", events.index(entry["event"]), entry["minute"], len(numbers))
                 + b"".join(struct.pack("<q", n) for n in numbers) + counted(entry["text"].encode()))
        require(head.hex() == entry["head"], "audit: head")


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=pathlib.Path, default=root / "tests/fuzz/corpus/ballots")
    folder = parser.parse_args().folder
    read = lambda name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    package, box, urn = read("package"), read("box"), read("urn")
    fingerprint = check_signed(package, "stoepkrijt package 1", package["organiser"])
    require(fingerprint.hex() == box["package"] == urn["package"] == read("amendment")["package"], "fingerprint")
    check_signed(read("amendment"), "stoepkrijt amendment 1", package["organiser"])
    spoilt = read("spoilt")
    require(spoilt["signer"] in [package["organiser"], *(b["key"] for b in package["boxes"])], "spoilt: signer")
    check_signed(spoilt, "stoepkrijt spoilt 1", spoilt["signer"])
    chain = (folder / "package_chain").read_bytes()
    require(chain[:4] == b"SKR\x01" and gzip.decompress(chain[4:]) == (folder / "package.json").read_bytes(), "chain: the file")
    records = check_box(box, package, fingerprint)
    urn_hash = check_urn(urn, records, package, None)
    require(urn_hash.hex() == read("shares")["urn"] == read("receipts")["urn"], "urn: hash")
    require(sorted(receipt(base64.b64decode(c)) for c in urn["ballots"]) == read("receipts")["counted"], "receipts")
    open_all(urn, read("shares"), package, hashlib.sha512(bytes([5]) * 32).digest()[:32])  # holder 2 of the samples
    events = [row.split("`")[1] for row in (root / "docs/formats/ballots.md").read_text().splitlines() if row.startswith("| ") and "` | " in row and row[2].isdigit()]
    check_audit(read("audit"), events)
    check_audit(read("audit-attended"), events)
    desk = read("package-attended")
    require(desk["attended"] and not set(desk["attended"]) & {*desk["codes"], *desk["reserves"]}, "attended: tags")
    desk_print = check_signed(desk, "stoepkrijt package 1", desk["organiser"])
    boxes = [check_box(read(name), desk, desk_print) for name in ("box-attended", "box-attended-phones")]
    check_urn(read("urn-attended"), boxes[0], desk, None, boxes[1])
    require(len(read("urn-attended")["ballots"]) == 2, "attended: the vote by phone does not count")
    key = read("key")
    for i, row in enumerate(key["secret"].split(" ")):
        mask = h(domain("stoepkrijt paper 1") + bytes([["holder", "organiser", "box"].index(key["kind"]), i]))
        require(is_sound(row.replace("-", ""), mask), "key: row")
    code = (folder / "code.txt").read_text().strip().replace("-", "")
    require(is_sound(code, h(election_bytes(package["election"]))), "code: check")
    print(f"{require.count} passed, 0 failed")


if __name__ == "__main__":
    main()
