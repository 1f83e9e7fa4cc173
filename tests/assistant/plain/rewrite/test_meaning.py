"""Sentences of letters that once came out wrong: a meaning, a word of grammar or an address was lost."""

import pytest

from assistant.plain import rewrite

CASES = [
    # Addresses on the internet stay.
    ("U kan ons nazien op www.gerechtsdeurwaarders.be.", "Je kan ons nazien op www.gerechtsdeurwaarders.be."),
    # A formal word in another sense.
    ("Onder voorbehoud van aanvaarding van uw dossier.", "Alleen na aanvaarding van je dossier."),
    ("De deurwaarder kan uw meubels in beslag nemen.", "De deurwaarder kan je meubels in beslag nemen."),
    ("Er wordt vermoed dat u een advocaat hebt geraadpleegd.",
     "Er wordt vermoed dat je een advocaat hebt geraadpleegd."),
    ("U kunt uw dossier raadplegen.", "Je kan je dossier bekijken."),
    ("U kunt deze beslissing voorleggen aan de arbeidsrechtbank.",
     "Je kan deze beslissing voorleggen aan de arbeidsrechtbank."),
    ("U was zonder verwittiging afwezig.", "Je was zonder iets te laten weten afwezig."),
    ("Wij melden u dit omwille van de veiligheid.", "Wij melden je dit voor de veiligheid."),
    ("U krijgt een leefloon, categorie 3.", "Je krijgt een leefloon, categorie 3."),
    ("Het onderhoud van de ketel kost 100 euro.", "Het onderhoud van de ketel kost 100 euro."),
    ("Wie niet ingaat op deze job, krijgt een straf.", "Wie niet ingaat op deze job, krijgt een straf."),
    ("U mag beroep aantekenen.", "Je mag in beroep gaan."),
    ("Indien u verhinderd bent, belt u ons.", "Als je niet kan komen, bel je ons."),
    ("Bij één achterstallige schijf vervalt het plan.", "Bij één te late schijf vervalt het plan."),
    ("Uw recht wordt geschorst voor 13 weken.", "Je recht wordt gestopt voor 13 weken."),
    ("Gelieve a.u.b. mevrouw Peeters te bellen.", "Bel alstublieft mevrouw Peeters."),
    ("Gelieve voormeld bedrag binnen 15 dagen te voldoen.", "Betaal dat bedrag binnen 15 dagen."),
    ("U dient te voldoen aan de regels.", "Je moet voldoen aan de regels."),
    ("Indien u zich in de onmogelijkheid bevindt om het bedrag te betalen, belt u ons.",
     "Als je het bedrag niet kan betalen, bel je ons."),
    # Who does what to whom.
    ("De RVA vraagt u dit. U kunt u wenden tot ons.", "De RVA vraagt je dit. Je kan je wenden tot ons."),
    ("Deze brief vraagt u geen betaling.", "Deze brief vraagt u geen betaling."),
    ("Onze dienst (mevr. K. Sterck) helpt u graag.", "Onze dienst (mevr. K. Sterck) helpt je graag."),
    ("U vult de kaart in en wij bellen u terug.", "Je vult de kaart in en wij bellen je terug."),
    ("Het comité heeft beslist u een leefloon te geven.", "Het comité heeft beslist je een leefloon te geven."),
    ("Uit de C4 blijkt dat uw werkgever u heeft ontslagen.", "Uit de C4 blijkt dat je werkgever je heeft ontslagen."),
    ("Als u op die datum geen werk meer heeft, belt u ons.", "Als je op die datum geen werk meer hebt, bel je ons."),
    ("Verschijnt u niet, dan beslist de directeur.", "Verschijn je niet, dan beslist de directeur."),
    ("Betwist u de schuld, bel ons.", "Betwist je de schuld, bel ons."),
    ("Voor u is de griffie van Gent bevoegd.", "Voor jou is de griffie van Gent bevoegd."),
    ("Wij zien dat U niet antwoordt.", "Wij zien dat je niet antwoordt."),
    # Grammar.
    ("Mededeling betreffende de duur van uw recht", "Mededeling over de duur van je recht"),
    ("Ter zitting kan vonnis worden gevorderd.", "Op de zitting kan vonnis worden gevorderd."),
    ("Volgens het vonnis van de vrederechter moet u betalen.",
     "Volgens de beslissing van de vrederechter moet je betalen."),
    ("De kosten vallen te uwen laste.", "De kosten zijn voor je rekening."),
    ("Gelieve te willen solliciteren.", "Solliciteer."),
    ("Gelieve ons dit te willen meedelen.", "Meld ons dit."),
    ("Betaalt u niet, gelieve ons dit te melden.", "Betaal je niet, meld ons dit."),
    ("Hierbij wordt u verzocht op 3 mei te komen.", "Kom op 3 mei."),
    ("Stuur het cv of geef het af aan het onthaal.", "Stuur het cv of geef het af aan het onthaal."),
    ("Een kopie werd overgemaakt aan de RVA en aan uw vakbond.",
     "Een kopie werd gestuurd naar de RVA en naar je vakbond."),
    ("Daar u in die periode werkte, moet u betalen.", "Omdat je in die periode werkte, moet je betalen."),
    ("Heeft u kinderen, dan stijgt het deel: gelieve het attest over te maken.",
     "Heb je kinderen, dan stijgt het deel: stuur het attest."),
    ("Wij verzoeken u het formulier in te vullen, te dateren en te ondertekenen.",
     "Wij vragen je het formulier in te vullen, te dateren en te ondertekenen."),
    ("U dient in het bezit te zijn van deze brief en van uw kaart.",
     "Je moet in het bezit zijn van deze brief en van je kaart."),
    ("Er werd € 586,20 ten onrechte uitgekeerd.", "Er werd € 586,20 onterecht betaald."),
    # A comma inside an amount does not end the clause.
    ("Uw uitkering (1.776,07 EUR) kan worden opgeschort.",
     "Je uitkering (1.776,07 EUR) kan een tijd worden gestopt."),
    ("Uw recht van 1.776,07 EUR kan na verzuim van 2,5 maanden worden opgeschort.",
     "Je recht van 1.776,07 EUR kan na verzuim van 2,5 maanden een tijd worden gestopt."),
    # References to the law are whole.
    ("Op grond van artikel 24, § 1, 1° van de wet van 26 mei 2002 besliste het comité dit.",
     "Volgens de wet besliste het comité dit. Dat staat in artikel 24, § 1, 1° van de wet van 26 mei 2002."),
    ("Met toepassing van de artikelen 51, § 1, en 52 van het koninklijk besluit van 25 november 1991 ontzeg ik u dit.",
     "Volgens de wet ontzeg ik je dit. Dat staat in de artikelen 51, § 1, en 52 van het koninklijk besluit van "
     "25 november 1991."),
    ("Overeenkomstig de wet wordt dit beslist.", "Volgens de wet wordt dit beslist."),
    # Not our language.
    ("Malgré le rappel gratuit qui vous a été adressé, vous devez payer.",
     "Malgré le rappel gratuit qui vous a été adressé, vous devez payer."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "plain"), CASES)
def test_meaning_and_grammar_stay(source, plain):
    assert rewrite(source) == plain
