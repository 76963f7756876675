"""P1–P4: processor time of pages as multiples of a bare Django "hello", and their queries."""

from statistics import median

ROUNDS = 3
REQUESTS = 150


def measure(hello, house, targets):
    """Medians of three interleaved rounds: {name: multiple of hello}."""
    found = {name: [] for name in targets}
    for path, cookie in targets.values():
        house.get(path, cookie)
    for _round in range(ROUNDS):
        bare = hello.cpu_per_request("/", "", REQUESTS * 4)
        for name, (path, cookie) in targets.items():
            requests = REQUESTS if cookie else REQUESTS * 4
            found[name].append(house.cpu_per_request(path, cookie, requests) / bare)
    return {name: median(values) for name, values in found.items()}
