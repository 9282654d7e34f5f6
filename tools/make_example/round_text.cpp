// The nine plans of the example round, in B1 Dutch and in English.
#include "dossier.hpp"

namespace stoepkrijt::example {

namespace {

constexpr const char* kOud = "BU99990101";
constexpr const char* kSpeel = "BU99990102";
constexpr const char* kVogel = "BU99990103";

PlanText benches() {
  return {"1",
          "Meer bankjes in het Zwanenpark",
          "More benches in the Zwanenpark",
          "Er komen acht bankjes rond de vijver. Zo kan iedereen een rondje lopen en onderweg rusten.",
          "Eight benches around the pond, so that everyone can walk a round and rest on the way.",
          "Het pad rond de Zwanenvijver is 600 meter lang. Er staan nu drie bankjes. Voor veel ouderen is dat te "
          "weinig. Er komen acht bankjes bij, met een leuning en een plek voor een rolstoel ernaast. Bewoners zetten "
          "ze zelf in elkaar, samen met de werkplaats van de kringloop. De gemeente maakt de ondergrond.",
          "The path around the pond is 600 metres long and has three benches. For many older people that is too few. "
          "There will be eight more, with armrests and room for a wheelchair. Residents put them together in the "
          "workshop of the thrift shop. The municipality lays the foundations.",
          "Wandelgroep Rondje Vijver",
          9600,
          "buitenruimte",
          "bench",
          kSpeel,
          {-6, -263},
          14,
          80,
          "Wij zetten de bankjes in elkaar en houden ze schoon.",
          1200,
          "Kringloop De Tol",
          96,
          160,
          {"+De wandelgroep heeft het plan bedacht.", "+96 van de 160 huizen rond het park zijn voor.",
           "+Iedereen mag in het park komen.", "+14 bewoners werken samen 80 uur.",
           "+Het wijkactieplan vraagt om meer rustplekken.",
           "+Kringloop De Tol geeft hout ter waarde van \u20ac\u00a01.200.",
           "+De bankjes staan op de gewone onderhoudslijst van het park."}};
}

PlanText light() {
  return {"2",
          "Beter licht langs het Singelpad",
          "Better light along the Singelpad",
          "Langs het fietspad aan het water komen 22 lampen die feller worden als er iemand langskomt.",
          "Twenty-two lamps along the waterside cycle path that brighten when someone passes.",
          "Het Singelpad is de kortste weg naar school, de tram en de winkels. Na vijf uur is het er in de winter "
          "donker. Mensen fietsen om. Er komen 22 lage lampen. Ze geven weinig licht als er niemand is, zodat dieren "
          "er geen last van hebben. Ze worden feller als er iemand langskomt. Bewoners hebben op drie avonden "
          "aangewezen waar het te donker is.",
          "The Singelpad is the shortest way to school, the tram and the shops, but after five it is dark in winter "
          "and people go round. There will be 22 low lamps, dim when nobody is there and brighter when someone "
          "passes. On three evenings residents pointed out where it is too dark.",
          "Bewonerscommissie De Vogelhorst",
          14500,
          "veiligheid",
          "bulb",
          kVogel,
          {187, -150},
          9,
          40,
          "Wij lopen elke maand een avondronde en melden kapotte lampen.",
          6000,
          "Woningcorporatie De Waard",
          143,
          210,
          {"+De bewonerscommissie heeft het plan gemaakt.", "+143 van de 210 huizen langs het pad zijn voor.",
           "+Het pad is voor iedereen.", "+9 bewoners lopen een jaar lang een avondronde.",
           "+Veilig naar huis staat in het wijkactieplan.", "+De Waard betaalt \u20ac\u00a06.000 mee.",
           "+De lampen vervangen oude lampen. De stroom wordt niet duurder."}};
}

PlanText language() {
  return {"3",
          "Taalcafé in De Hinkelsteen",
          "Language café in De Hinkelsteen",
          "Elke dinsdag oefent u in het buurthuis samen Nederlands, met koffie erbij. Een jaar lang.",
          "Every Tuesday people practise Dutch together in the community centre, with coffee. For one year.",
          "In Lindewaard wonen mensen uit meer dan dertig landen. Veel van hen willen vaker Nederlands praten. In het "
          "taalcafé gaat dat zonder boeken en zonder toets. Tien vrijwilligers schenken koffie en praten mee. Er is "
          "een hoek voor kinderen, zodat ouders ook kunnen komen. Het geld is voor koffie, spelletjes en een "
          "cursus voor de vrijwilligers.",
          "People from more than thirty countries live in Lindewaard and many want to speak Dutch more often. In the "
          "language café that goes without books and without tests. Ten volunteers pour coffee and join in. There is "
          "a corner for children. The money is for coffee, games and a course for the volunteers.",
          "Tien vrijwilligers uit de Knikkerstraat en omgeving",
          4200,
          "taal",
          "abc",
          kSpeel,
          {-414, -40},
          10,
          400,
          "Wij zijn elke dinsdag twee uur gastvrouw of gastheer.",
          800,
          "Bibliotheek De Waard",
          61,
          120,
          {"+Vrijwilligers uit de wijk hebben het plan bedacht.", "+61 van de 120 gevraagde huizen zijn voor.",
           "+Iedereen die wil oefenen, mag komen.", "+10 bewoners geven samen 400 uur.",
           "+Taal is een doel in het wijkactieplan.", "+De bibliotheek geeft boeken en een cursus van \u20ac\u00a0800.",
           "+Na een jaar gaat het taalcafé door zonder geld van de gemeente."}};
}

PlanText supper() {
  return {"4",
          "Samen eten op donderdag",
          "Eating together on Thursday",
          "Elke donderdag koken buren voor buren in de Lindekerk. Een maaltijd kost u \u20ac\u00a04.",
          "Every Thursday neighbours cook for neighbours in the Lindekerk. A meal costs \u20ac\u00a04.",
          "Veel mensen in de wijk eten elke dag alleen. Op donderdag is er straks plaats voor zestig mensen aan lange "
          "tafels in de Lindekerk. Steeds kookt een andere groep. Iedereen is welkom, ook wie niet naar de kerk gaat. "
          "Van het geld kopen we twee grote kookplaten, pannen en borden. De maaltijd betalen de gasten zelf.",
          "Many people in the area eat alone every day. On Thursdays there will be room for sixty at long tables in "
          "the Lindekerk. A different group cooks each time and everyone is welcome. The money buys two large "
          "cookers, pans and plates. Guests pay for the meal themselves.",
          "Kookgroep Aan Tafel",
          3500,
          "binding",
          "soup",
          kOud,
          {4, 112},
          18,
          520,
          "Wij koken, dekken en wassen af.",
          500,
          "Lindekerk",
          74,
          110,
          {"+De kookgroep heeft het plan bedacht.", "+74 van de 110 huizen om de kerk zijn voor.",
           "+Iedereen mag aan tafel.", "+18 bewoners koken samen 520 uur.",
           "+Minder mensen alleen staat in het wijkactieplan.", "+De Lindekerk geeft de zaal en \u20ac\u00a0500.",
           "+De gasten betalen zelf hun eten. Er is later geen geld nodig."}};
}

PlanText gardens() {
  return {"5",
          "Geveltuinen in tien straten",
          "Front gardens in ten streets",
          "Tweehonderd huizen krijgen een klein tuintje langs de gevel. Bewoners planten en geven water.",
          "Two hundred houses get a small garden along the front wall. Residents plant and water it.",
          "In de oude straten liggen veel tegels en staan weinig planten. Daar wordt het in de zomer heet en bij "
          "regen nat. Wie meedoet, krijgt een rij tegels minder en een pakket planten. Op twee zaterdagen halen we "
          "de tegels er samen uit. De stoep blijft breed genoeg voor een rolstoel: 1,50 meter.",
          "The old streets have many tiles and few plants: hot in summer, wet when it rains. Whoever joins gives up "
          "one row of tiles and gets a set of plants. On two Saturdays we lift the tiles together. The pavement "
          "stays wide enough for a wheelchair: 1.50 metres.",
          "Straatgroepen Iepenstraat en Kastanjelaan",
          6800,
          "buitenruimte",
          "plant-2",
          kOud,
          {-176, 204},
          45,
          270,
          "Wij halen de tegels eruit en geven de planten water.",
          2000,
          "Waterschap De Markerdijk",
          203,
          260,
          {"+Twee straatgroepen hebben het plan gemaakt.", "+203 van de 260 huizen doen mee of zijn voor.",
           "+De straat wordt koeler en droger voor iedereen.", "+45 bewoners werken samen 270 uur.",
           "+Meer groen staat in het wijkactieplan.", "+Het waterschap betaalt \u20ac\u00a02.000 mee.",
           "+Bewoners houden de tuintjes zelf bij."}};
}

PlanText workshop() {
  return {
      "6",
      "Fietspomp en klusplek",
      "Bicycle pump and workshop",
      "Bij de Buurtmarkt komt een vaste fietspomp, en een schuur waar jongeren fietsen leren maken.",
      "A public bicycle pump near the Buurtmarkt, and a shed where young people learn to repair bicycles.",
      "Een band plakken kost in de winkel \u20ac\u00a017. Hier leert u het zelf, voor niets. Twee gepensioneerde "
      "fietsenmakers geven les. Zes jongeren leren het vak en helpen op woensdag en zaterdag. Wie goed meedoet, "
      "kan daarna stage lopen bij een echte zaak. Van het geld kopen we de schuur, gereedschap en de pomp.",
      "Mending a tyre costs \u20ac\u00a017 in the shop. Here you learn it yourself, for nothing. Two retired "
      "bicycle makers teach; six young people learn the trade and help on Wednesdays and Saturdays. The money "
      "buys the shed, the tools and the pump.",
      "Twee fietsenmakers en jongeren uit de Zandbakstraat",
      7400,
      "economie",
      "tools",
      kSpeel,
      {-384, -259},
      8,
      350,
      "Wij geven les en houden de schuur open.",
      0,
      "",
      58,
      130,
      {"+Bewoners hebben het plan bedacht.", "+58 van de 130 gevraagde huizen zijn voor.",
       "+Iedereen mag de pomp en de klusplek gebruiken.", "+8 bewoners geven samen 350 uur.",
       "+Werk en leren staan in het wijkactieplan.", "-Er is nog niemand gevonden die meebetaalt. We zoeken verder.",
       "+De pomp heeft weinig onderhoud nodig. De jongeren doen dat."}};
}

PlanText play() {
  return {"7",
          "Speelplek van hout en water",
          "Playground of wood and water",
          "Bij de Tureluur komt een plek om te klimmen, te graven en met water te spelen. Kinderen "
          "tekenden hem zelf.",
          "A place to climb, dig and play with water near the Tureluur. Children drew it themselves.",
          "Op het veld bij de Tureluur staat nu één kapotte schommel. Veertig kinderen hebben getekend wat "
          "zij willen: "
          "stammen om op te klimmen, een pomp met een beekje en een zandheuvel. De plek is ook goed te gebruiken met "
          "een rolstoel. Ouders leggen op drie zaterdagen de stammen neer en planten wilgen.",
          "The field near the Tureluur has one broken swing. Forty children drew what they want: trunks to climb, a "
          "pump with a stream and a hill of sand. It works with a wheelchair too. On three Saturdays parents lay the "
          "trunks and plant willows.",
          "Ouders en kinderen van de Tureluur en de Wulp",
          16000,
          "buitenruimte",
          "mood-kid",
          kVogel,
          {246, -90},
          12,
          90,
          "Wij leggen de stammen neer, planten wilgen en houden de plek schoon.",
          4000,
          "Stichting Buiten Spelen",
          41,
          118,
          {"+Ouders en kinderen hebben het plan gemaakt.", "+41 van de 118 huizen zijn voor. Negen zijn tegen.",
           "+Alle kinderen mogen er spelen.", "+12 bewoners werken samen 90 uur.",
           "+Meer speelplekken staan in het wijkactieplan.", "+Stichting Buiten Spelen betaalt \u20ac\u00a04.000 mee.",
           "+De speelplek komt in plaats van een oude. Het onderhoud wordt niet duurder."}};
}

PlanText exercise() {
  return {"8",
          "Beweegtuin bij de Reigerflat",
          "Exercise garden near the Reigerflat",
          "Zes toestellen in het gras om sterk en soepel te blijven, vooral voor ouderen. Met elke week les.",
          "Six machines on the lawn to stay strong and supple, mainly for older people, with a lesson each week.",
          "In de drie flats wonen veel mensen van boven de 65. De sportschool is voor hen te duur of te ver. In de "
          "beweegtuin staan zes toestellen met uitleg in beeld. De fysiotherapeut van Gezondheidscentrum De Horst "
          "geeft elke week les, het eerste jaar gratis. Er komen twee banken bij voor wie wil kijken.",
          "Many people over 65 live in the three tower blocks. The gym is too expensive or too far. The garden has six "
          "machines with pictures that explain them. The physiotherapist of the health centre gives a lesson each "
          "week, free in the first year. There are two benches for whoever wants to watch.",
          "Bewonersgroep Fit in de Flat",
          18500,
          "gezondheid",
          "stretching",
          kVogel,
          {545, 106},
          11,
          60,
          "Wij ontvangen nieuwe mensen en bellen wie niet komt.",
          3500,
          "Gezondheidscentrum De Horst",
          132,
          240,
          {"+De bewonersgroep heeft het plan gemaakt.", "+132 van de 240 woningen in de flats zijn voor.",
           "+Iedereen mag de toestellen gebruiken.", "+11 bewoners geven samen 60 uur.",
           "+Gezond ouder worden staat in het wijkactieplan.",
           "+Het gezondheidscentrum geeft lessen ter waarde van \u20ac\u00a03.500.",
           "+De woningcorporatie keurt de toestellen elk jaar."}};
}

PlanText crossing() {
  return {
      "9",
      "Kleurig zebrapad bij De Klimboom",
      "Colourful crossing at De Klimboom",
      "Kinderen maken van de oversteek bij school een vrolijk zebrapad. Auto's zien het goed en rijden langzamer.",
      "Children turn the crossing at school into a cheerful one. Drivers see it well and slow down.",
      "Elke ochtend steken 180 kinderen de Meidoornstraat over. De strepen zijn bijna weg. De gemeente verft een "
      "nieuw zebrapad. Kinderen kiezen de kleuren van het vlak ernaast en schilderen twee grote dieren op de stoep. "
      "Drie ouders staan elke ochtend bij de oversteek.",
      "Every morning 180 children cross the Meidoornstraat and the stripes have almost gone. The municipality "
      "paints a new crossing. Children choose the colours beside it and paint two large animals on the pavement. "
      "Three parents stand at the crossing each morning.",
      "Ouderraad van Basisschool De Klimboom",
      5200,
      "veiligheid",
      "school",
      kOud,
      {-206, 434},
      6,
      120,
      "Wij staan elke ochtend bij de oversteek.",
      0,
      "",
      52,
      90,
      {"+De ouderraad heeft het plan bedacht.", "+52 van de 90 huizen in de straat zijn voor.",
       "+De oversteek is voor iedereen.", "+6 ouders geven samen 120 uur.",
       "+Veilig naar school staat in het wijkactieplan.", "-Er betaalt niemand mee. De school geeft wel verf en hulp.",
       "+Het zebrapad staat al op de onderhoudslijst."}};
}

}  // namespace

std::vector<PlanText> plan_texts() {
  return {benches(), light(), language(), supper(), gardens(), workshop(), play(), exercise(), crossing()};
}

}  // namespace stoepkrijt::example
