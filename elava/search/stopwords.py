"""Beginnings of words that stand in texts about anything; where ideas are few, they look rare."""

STOPWORDS = frozenset(
    # Finnish
    "aina eikä emme enem enää eri että ehkä halu hyvi hyvä hän häne ilma itse jois joit joka joku "
    "joll jolt jonk joo jos joss jost jota jotk joten jott kaik kans kert kuin kuka kun kuul "
    "lisä luul meid meil mihi mikä miks minu minä missä miss mite mitä moni mont muid muis muit "
    "muu muut mutt myös neit niid niil niin niis niit noin nyt näis näit olem olen olet olev olin "
    "olis olla oli olim oliv ollu oma omaa oman omat onko ovat palj piti saa saad saan sais saat "
    "saav sekä siel siih siin siis siit siks sill sinn sinu sinä sitt sitä tai tällä tämä tänn "
    "täss täst tätä tekee tehd tied tois toiv tuli tule tulev usei vaan vai vaik vain vast vois "
    "voi void voim voin voit voiv yksi yhde yhtä kuit "
    # Swedish
    "alla andr att bara blir både den dess det där efte elle ett från får för gör ha had hade han "
    "har hur här inte jag kan kunn man med men mig myck måst någo när och ocks oss sig ska skul "
    "som till till utan vad var vara vi vill vår våra är över finn "
    # English
    "all also and any are but can coul do for from have how its just like more not only other our "
    "shou some that the thei them ther they this too want was what when wher whic who will with "
    "woul you your".split()
)
