"""How well and how fast similar ideas are found: `ELAVA_REAL_DATA=… python -m bench.similar`.

The known figure: a plain prefix TF-IDF puts a mate among the first five for 51.3 % of the 392
proposals of Helsinki's OmaStadi that the city worked into plans together with others.
"""

from bench.ground import HOST, installation


def main():
    """Measure the share of proposals with a mate among the first five, and the time of each."""
    with installation():
        from django_scopes import scope

        from elava.programmes.models import Programme
        from tests.given.merged import Merged

        with scope(programme=Programme.objects.get(host=HOST)):
            merged = Merged()
            merged.put()
            share, times = merged.hits()
    most = times[len(times) * 95 // 100]
    print(f"{len(times)} merged proposals among {len(merged.proposals)}: a mate among the first")
    print(f"five for {share:.1%}; {times[len(times) // 2] * 1000:.0f} ms, p95 {most * 1000:.0f} ms")


if __name__ == "__main__":
    main()
