from django.db import migrations


def prepare(apps, schema_editor):
    from elava.search.index import prepare

    prepare()


class Migration(migrations.Migration):
    """The full-text tables, which differ between the databases."""

    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(prepare, migrations.RunPython.noop)]
