// Signatures as people write them, and what a lead has of each.
#include "interchange/signature.h"

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <string_view>

namespace leadlight::interchange {
namespace {

// "full_name=Ana Silva; email=ana@bolt.example", with " / " for line breaks.
std::string said_of(std::string_view text) {
  std::string all;
  for (const auto& [field, value] : fields_from_signature(text)) {
    std::string shown = value;
    for (std::size_t at; (at = shown.find('\n')) != std::string::npos;) shown.replace(at, 1, " / ");
    all += (all.empty() ? "" : "; ") + field + "=" + shown;
  }
  return all;
}

struct Sample {
  std::string_view text, expected;
};

void expect_all(std::span<const Sample> samples) {
  for (const auto& [text, expected] : samples) EXPECT_EQ(said_of(text), expected) << text;
}

TEST(Signature, ReadsGermanOnes) {
  constexpr Sample kSamples[] = {
      {"Mit freundlichen Grüßen\n\nAnna Meier\nLeiterin Einkauf\n\nNordwind Energie GmbH\n"
       "Hafenstr. 12\n20457 Hamburg\n\nTel.: +49 40 1234567\nMobil: +49 170 7654321\n"
       "Fax: +49 40 1234568\nE-Mail: anna.meier@nordwind.example\nwww.nordwind.example",
       "full_name=Anna Meier; title=Leiterin Einkauf; company=Nordwind Energie GmbH; "
       "website=www.nordwind.example; email=anna.meier@nordwind.example; phone=+49 40 1234567; "
       "mobile=+49 170 7654321; street=Hafenstr. 12; city=Hamburg; postal_code=20457; "
       "note=Fax: +49 40 1234568"},
      {"i. A. Jens Krüger\nVertriebsingenieur\nKrüger & Söhne KG | Lindenweg 3 | 33602 Bielefeld\n"
       "T 0521 / 12 34-56 | M 0171 2345678 | jens.krueger@kruegersoehne.example",
       "full_name=Jens Krüger; title=Vertriebsingenieur; company=Krüger & Söhne KG; "
       "email=jens.krueger@kruegersoehne.example; phone=0521 / 12 34-56; mobile=0171 2345678; "
       "street=Lindenweg 3; city=Bielefeld; postal_code=33602"},
      {"Dr. Sabine Vogt\nGeschäftsführerin\nVogt Wassertechnik AG\nMarktplatz 1, 70173 Stuttgart\n"
       "s.vogt@vogt-wasser.example\n+49 711 998877",
       "full_name=Dr. Sabine Vogt; title=Geschäftsführerin; company=Vogt Wassertechnik AG; "
       "email=s.vogt@vogt-wasser.example; phone=+49 711 998877; street=Marktplatz 1; "
       "city=Stuttgart; postal_code=70173"},
      {"Viele Grüße\nTim Ott\n\nOtt Software UG (haftungsbeschränkt)\nTelefon 030 5557788\n"
       "tim@ott-software.example",
       "full_name=Tim Ott; company=Ott Software UG (haftungsbeschränkt); "
       "email=tim@ott-software.example; phone=030 5557788"},
      {"Beste Grüße aus Köln\nMaria von der Heide\nKey Account Managerin\n"
       "maria.vonderheide@rheinpumpen.example\nHandy 0151 22334455",
       "full_name=Maria von der Heide; title=Key Account Managerin; "
       "email=maria.vonderheide@rheinpumpen.example; mobile=0151 22334455; "
       "note=Beste Grüße aus Köln"},
      {"Rheinpumpen GmbH\nPeter Lang\nProkurist\nRing 7\n50667 Köln\nDeutschland\n"
       "Durchwahl: +49 (0)221 445566-12\npeter.lang@rheinpumpen.example",
       "full_name=Peter Lang; title=Prokurist; company=Rheinpumpen GmbH; "
       "email=peter.lang@rheinpumpen.example; phone=+49 (0)221 445566-12; street=Ring 7; "
       "city=Köln; "
       "postal_code=50667; country=Deutschland"},
      {"LG\nUwe Brandt | Leiter Technik | Stadtwerke Aue\nuwe.brandt@stadtwerke-aue.example",
       "full_name=Uwe Brandt; title=Leiter Technik; company=Stadtwerke Aue; "
       "email=uwe.brandt@stadtwerke-aue.example"},
      {"Name: Karin Wolf\nFirma: Wolf Metallbau\nPosition: Inhaberin\nTelefon: 0361 778899\n"
       "E-Mail: info@wolf-metall.example\nOrt: Erfurt\nPLZ: 99084",
       "full_name=Karin Wolf; title=Inhaberin; company=Wolf Metallbau; "
       "email=info@wolf-metall.example; phone=0361 778899; city=Erfurt; postal_code=99084"},
      {"Herr Max Huber\nHuber Klima GmbH & Co. KG\nA-1010 Wien\nTel: +43 1 5554433",
       "full_name=Max Huber; company=Huber Klima GmbH & Co. KG; phone=+43 1 5554433; city=Wien; "
       "postal_code=A-1010"},
      {"Freundliche Grüsse\nUrs Keller\nLeiter Verkauf Schweiz\nAlpenpumpen AG\n"
       "Bahnhofstrasse 10\n8001 Zürich\nNatel: +41 79 555 11 22\nurs.keller@alpenpumpen.example",
       "full_name=Urs Keller; title=Leiter Verkauf Schweiz; company=Alpenpumpen AG; "
       "email=urs.keller@alpenpumpen.example; mobile=+41 79 555 11 22; street=Bahnhofstrasse 10; "
       "city=Zürich; postal_code=8001"},
      {"Lea Kraft\nKraft Consulting\nlea@kraftconsulting.example\nlinkedin.com/in/leakraft",
       "full_name=Lea Kraft; company=Kraft Consulting; "
       "email=lea@kraftconsulting.example; linkedin=linkedin.com/in/leakraft"},
      {"Nina Sommer\nMarketing\nGrün & Partner mbB\nnina.sommer@gruen-partner.example\n"
       "Geschäftsführer: Max Grün\nHRB 123456 Amtsgericht Berlin\nUSt-IdNr.: DE123456789",
       "full_name=Nina Sommer; title=Marketing; company=Grün & Partner mbB; "
       "email=nina.sommer@gruen-partner.example; note=Geschäftsführer: Max Grün / HRB 123456 "
       "Amtsgericht Berlin / USt-IdNr.: DE123456789"},
      {"Prof. Dr. Heinz Adler\nHochschule Aalen\nBeethovenstraße 1\n73430 Aalen\n"
       "heinz.adler@hs-aalen.example",
       "full_name=Prof. Dr. Heinz Adler; company=Hochschule Aalen; "
       "email=heinz.adler@hs-aalen.example; street=Beethovenstraße 1; city=Aalen; "
       "postal_code=73430"},
      {"Jana Fuchs\r\nEinkäuferin\r\nFuchs Textil e.K.\r\njana.fuchs@fuchs-textil.example\r\n"
       "Festnetz: 0821 334455\r\nMobiltelefon: 0176 998877",
       "full_name=Jana Fuchs; title=Einkäuferin; company=Fuchs Textil e.K.; "
       "email=jana.fuchs@fuchs-textil.example; phone=0821 334455; mobile=0176 998877"},
      {"Anna Meier <anna.meier@gmx.de>\n0170 1234567",
       "full_name=Anna Meier; email=anna.meier@gmx.de; phone=0170 1234567"},
  };
  expect_all(kSamples);
}

TEST(Signature, ReadsEnglishOnes) {
  constexpr Sample kSamples[] = {
      {"Best regards,\nJim Brodo\nVP Sales\nNorth Pumps Inc.\n12 Main Street, Austin, TX 78701\n"
       "Office: (512) 555-0134\nCell: 512-555-0199\njim.brodo@northpumps.example\n"
       "https://www.northpumps.example",
       "full_name=Jim Brodo; title=VP Sales; company=North Pumps Inc.; "
       "website=https://www.northpumps.example; email=jim.brodo@northpumps.example; "
       "phone=(512) 555-0134; mobile=512-555-0199; street=12 Main Street; city=Austin; region=TX; "
       "postal_code=78701"},
      {"--\nJane Smith, MBA\nHead of Purchasing | Acme Ltd\njane.smith@acme.example | +44 20 7946 "
       "0000",
       "full_name=Jane Smith, MBA; title=Head of Purchasing; company=Acme Ltd; "
       "email=jane.smith@acme.example; phone=+44 20 7946 0000"},
      {"Cheers\nBob\n\nBob Miller - CTO at Blue Ocean LLC\nbob@blueocean.example",
       "full_name=Bob Miller; title=CTO; company=Blue Ocean LLC; email=bob@blueocean.example"},
      {"Mary O'Neill\nDirector, Sales and Marketing\nGreen Valley Foods\n"
       "mary.oneill@greenvalleyfoods.example\nt: +353 1 555 0100\nm: +353 87 555 0101",
       "full_name=Mary O'Neill; title=Director, Sales and Marketing; company=Green Valley Foods; "
       "email=mary.oneill@greenvalleyfoods.example; phone=+353 1 555 0100; mobile=+353 87 555 "
       "0101"},
      {"ACME CORP\nJOHN DOE\nSenior Buyer\n500 Market St\nSan Francisco, CA 94105-1234\n"
       "P 415-555-0134 F 415-555-0135\njdoe@acme.example",
       "full_name=JOHN DOE; title=Senior Buyer; company=ACME CORP; email=jdoe@acme.example; "
       "phone=415-555-0134; street=500 Market St; city=San Francisco; region=CA; "
       "postal_code=94105-1234; note=Fax: 415-555-0135"},
      {"Kind regards\nTom Baker\nAccount Executive\nRiver Software plc\n10 Downing Road\n"
       "London EC1A 1BB\nUnited Kingdom\nDirect line: 020 7946 "
       "0999\ntom.baker@riversoftware.example",
       "full_name=Tom Baker; title=Account Executive; company=River Software plc; "
       "email=tom.baker@riversoftware.example; phone=020 7946 0999; street=10 Downing Road; "
       "city=London; postal_code=EC1A 1BB; country=United Kingdom"},
      {"Sue Lee (she/her)\nProduct Manager @ Nimbus Inc\nsue@nimbus.example",
       "full_name=Sue Lee; title=Product Manager; company=Nimbus Inc; email=sue@nimbus.example; "
       "note=(she/her)"},
      {"Raj Patel\nChief Technology Officer\nlinkedin.com/in/rajpatel\nraj.patel@gmail.com\n"
       "+91 98765 43210",
       "full_name=Raj Patel; title=Chief Technology Officer; "
       "email=raj.patel@gmail.com; phone=+91 98765 43210; linkedin=linkedin.com/in/rajpatel"},
      {"Emma Stone\nEngineer\nemma@stone.example\nemma.private@mail.example\nTel +1 212 555 0101 "
       "ext. 42",
       "full_name=Emma Stone; title=Engineer; email=emma@stone.example; "
       "phone=+1 212 555 0101 ext. 42; note=E-mail: emma.private@mail.example"},
      {"Thanks,\nKate\nKate Winter\nOperations Lead\nWinter Logistics "
       "Group\nkate@winterlogistics.example\n"
       "This message is confidential and meant only for the person named above, so please delete "
       "it "
       "if that is not you.",
       "full_name=Kate Winter; title=Operations Lead; company=Winter Logistics Group; "
       "email=kate@winterlogistics.example; note=This message is confidential and meant "
       "only "
       "for the person named above, so please delete it if that is not you."},
      {"Regards, Paul Young\npaul.young@youngparts.example\nYoung Parts\n555-0134",
       "full_name=Paul Young; company=Young Parts; email=paul.young@youngparts.example; "
       "note=555-0134"},
      {"Name: Ian Fox\nTitle: Plant Manager\nCompany: Foxglove\nPhone: +1 303 555 0177\n"
       "Mobile: +1 303 555 0178\nWebsite: foxglove.example\nCountry: Canada",
       "full_name=Ian Fox; title=Plant Manager; company=Foxglove; website=foxglove.example; "
       "phone=+1 303 555 0177; mobile=+1 303 555 0178; country=Canada"},
      {"📞 +1 646 555 0188\n✉ amy.hill@hillworks.example\n🌐 www.hillworks.example\nAmy "
       "Hill\nFounder",
       "full_name=Amy Hill; title=Founder; website=www.hillworks.example; "
       "email=amy.hill@hillworks.example; phone=+1 646 555 0188"},
      {"Jack Reed\njack.reed@reed.example\nVisit us at Aquafair, hall 4, 12.11.2026",
       "full_name=Jack Reed; email=jack.reed@reed.example; "
       "note=Visit us at Aquafair, hall 4, 12.11.2026"},
      {"*Laura King*\n*Regional Sales Manager*\nKing Valves Limited\n+44 7700 900123 (mobile)\n"
       "laura.king@kingvalves.example",
       "full_name=Laura King; title=Regional Sales Manager; company=King Valves Limited; "
       "email=laura.king@kingvalves.example; mobile=+44 7700 900123"},
  };
  expect_all(kSamples);
}

TEST(Signature, ReadsFrenchOnes) {
  constexpr Sample kSamples[] = {
      {"Cordialement,\n\nJean Dupont\nDirecteur commercial\nPompes du Rhône SARL\n"
       "15 rue de la République\n69002 Lyon\nTél. : 04 78 12 34 56\nPortable : 06 12 34 56 78\n"
       "jean.dupont@pompes-rhone.example",
       "full_name=Jean Dupont; title=Directeur commercial; company=Pompes du Rhône SARL; "
       "email=jean.dupont@pompes-rhone.example; phone=04 78 12 34 56; mobile=06 12 34 56 78; "
       "street=15 rue de la République; city=Lyon; postal_code=69002"},
      {"Bien cordialement\nÉlodie Martin\nResponsable achats\nAqua Bretagne SAS\n"
       "+33 2 99 11 22 33\nelodie.martin@aquabretagne.example\nwww.aquabretagne.example",
       "full_name=Élodie Martin; title=Responsable achats; company=Aqua Bretagne SAS; "
       "website=www.aquabretagne.example; email=elodie.martin@aquabretagne.example; "
       "phone=+33 2 99 11 22 33"},
      {"Pierre LEFÈVRE\nIngénieur d'affaires\nLefèvre & Fils\np.lefevre@lefevre-fils.example\n"
       "Mob. 07 11 22 33 44",
       "full_name=Pierre LEFÈVRE; title=Ingénieur d'affaires; company=Lefèvre & Fils; "
       "email=p.lefevre@lefevre-fils.example; mobile=07 11 22 33 44"},
      {"Mme Claire Petit\nGérante\nPetit Jardin EURL\n3 avenue Foch, 75116 Paris, France\n"
       "Téléphone : 01 44 55 66 77",
       "full_name=Claire Petit; title=Gérante; company=Petit Jardin EURL; phone=01 44 55 66 77; "
       "street=3 avenue Foch; city=Paris; postal_code=75116; country=France"},
      {"Nom : Luc Bernard\nSociété : Bernard Vins\nFonction : Acheteur\nCourriel : "
       "luc@bernardvins.example\n"
       "Ville : Bordeaux",
       "full_name=Luc Bernard; title=Acheteur; company=Bernard Vins; "
       "email=luc@bernardvins.example; "
       "city=Bordeaux"},
      {"Sophie Moreau | Cheffe de projet | Moreau Conseil SA | +41 22 555 44 33 | "
       "sophie.moreau@moreau.example",
       "full_name=Sophie Moreau; title=Cheffe de projet; company=Moreau Conseil SA; "
       "email=sophie.moreau@moreau.example; phone=+41 22 555 44 33"},
      {"Merci\nAntoine de Villiers\nPrésident\nVilliers "
       "Industrie\nantoine.devilliers@villiers.example\n"
       "Standard : 03 80 11 22 33\nFax : 03 80 11 22 34",
       "full_name=Antoine de Villiers; title=Président; company=Villiers Industrie; "
       "email=antoine.devilliers@villiers.example; phone=03 80 11 22 33; "
       "note=Fax: 03 80 11 22 34"},
      {"Salutations\nMarc Blanc\nmarc.blanc@orange.fr\n06 98 76 54 32",
       "full_name=Marc Blanc; email=marc.blanc@orange.fr; phone=06 98 76 54 32"},
      {"Camille Roux\nAssistante de direction\nGroupe Roux\n8 place Bellecour - 69002 Lyon\n"
       "camille.roux@groupe-roux.example\nSIRET 123 456 789 00012",
       "full_name=Camille Roux; title=Assistante de direction; company=Groupe Roux; "
       "email=camille.roux@groupe-roux.example; street=8 place Bellecour; city=Lyon; "
       "postal_code=69002; note=SIRET 123 456 789 00012"},
      {"Hugo Girard\nConsultant chez Girard Conseil\nhugo@girardconseil.example",
       "full_name=Hugo Girard; title=Consultant; company=Girard Conseil; "
       "email=hugo@girardconseil.example"},
      {"DUBOIS Nathalie\nDirectrice des achats\nHydro Alpes "
       "S.A.S.\nnathalie.dubois@hydroalpes.example\n"
       "Tél. direct : +33 4 76 00 11 22",
       "full_name=DUBOIS Nathalie; title=Directrice des achats; company=Hydro Alpes S.A.S.; "
       "email=nathalie.dubois@hydroalpes.example; phone=+33 4 76 00 11 22"},
      {"Paul Noir\nTechnicien\nNoir Froid\npaul.noir@noirfroid.example\nBP 12\n44000 Nantes",
       "full_name=Paul Noir; title=Technicien; company=Noir Froid; "
       "email=paul.noir@noirfroid.example; "
       "city=Nantes; postal_code=44000; note=BP 12"},
      {"Alice Faure - Fondatrice\nFaure "
       "Studio\nhttps://faurestudio.example\nalice@faurestudio.example",
       "full_name=Alice Faure; title=Fondatrice; company=Faure Studio; "
       "website=https://faurestudio.example; email=alice@faurestudio.example"},
      {"Cordialement / Best regards\nLéa Simon\nsimon.lea@valpompes.example\nVal Pompes",
       "full_name=Léa Simon; company=Val Pompes; email=simon.lea@valpompes.example; "
       "note=Cordialement / Best regards"},
      {"Thomas Garnier\nDirecteur\nGarnier SA\nTél : 02 40 11 22 33 / 06 40 11 22 33\n"
       "thomas@garnier.example",
       "full_name=Thomas Garnier; title=Directeur; company=Garnier SA; "
       "email=thomas@garnier.example; "
       "phone=02 40 11 22 33; note=Phone: 06 40 11 22 33"},
  };
  expect_all(kSamples);
}

TEST(Signature, ReadsSpanishOnes) {
  constexpr Sample kSamples[] = {
      {"Un saludo,\n\nSofía García López\nDirectora de Compras\nLevante Bombas S.L.\n"
       "Calle Mayor 5, 46001 Valencia\nTel.: 963 12 34 56\nMóvil: +34 600 11 22 33\n"
       "sofia.garcia@levante.example",
       "full_name=Sofía García López; title=Directora de Compras; company=Levante Bombas S.L.; "
       "email=sofia.garcia@levante.example; phone=963 12 34 56; mobile=+34 600 11 22 33; "
       "street=Calle Mayor 5; city=Valencia; postal_code=46001"},
      {"Saludos\nCarlos Ruiz\nJefe de Ventas\nAguas del Sur SA\n+34 954 11 22 33\n"
       "carlos.ruiz@aguasdelsur.example\nwww.aguasdelsur.example",
       "full_name=Carlos Ruiz; title=Jefe de Ventas; company=Aguas del Sur SA; "
       "website=www.aguasdelsur.example; email=carlos.ruiz@aguasdelsur.example; "
       "phone=+34 954 11 22 33"},
      {"Atentamente\nLucía Fernández de Castro\nGerente\nCastro Ingenieros "
       "SLU\nlucia@castroing.example\n"
       "Teléfono 91 555 66 77",
       "full_name=Lucía Fernández de Castro; title=Gerente; company=Castro Ingenieros SLU; "
       "email=lucia@castroing.example; phone=91 555 66 77"},
      {"Nombre: Pablo Gil\nEmpresa: Gil Hermanos\nCargo: Comercial\nTeléfono: 976 11 22 33\n"
       "Correo: pablo@gilhermanos.example\nCiudad: Zaragoza",
       "full_name=Pablo Gil; title=Comercial; company=Gil Hermanos; "
       "email=pablo@gilhermanos.example; "
       "phone=976 11 22 33; city=Zaragoza"},
      {"Sra. Ana Torres\nResponsable de Marketing\nTorres y Vega "
       "S.A.\nana.torres@torresyvega.example\n"
       "Avda. de la Constitución 12\n41001 Sevilla\nEspaña",
       "full_name=Ana Torres; title=Responsable de Marketing; company=Torres y Vega S.A.; "
       "email=ana.torres@torresyvega.example; street=Avda. de la Constitución 12; city=Sevilla; "
       "postal_code=41001; country=España"},
      {"Diego Martín | Ingeniero de proyectos | Hidro Norte SL | 600 123 456 | "
       "diego@hidronorte.example",
       "full_name=Diego Martín; title=Ingeniero de proyectos; company=Hidro Norte SL; "
       "email=diego@hidronorte.example; phone=600 123 456"},
      {"Gracias\nMarta Sanz\nmarta.sanz@gmail.com\nCelular: +52 55 1234 5678\nMéxico",
       "full_name=Marta Sanz; email=marta.sanz@gmail.com; mobile=+52 55 1234 5678; country=México"},
      {"Javier Ortega\nAdministrador\nOrtega Motor\njavier.ortega@ortegamotor.example\n"
       "Fijo: 952 11 22 33\nFax: 952 11 22 34",
       "full_name=Javier Ortega; title=Administrador; company=Ortega Motor; "
       "email=javier.ortega@ortegamotor.example; phone=952 11 22 33; note=Fax: 952 11 22 34"},
      {"Elena Prieto\nJefa de Laboratorio\nUniversidad de Oviedo\nelena.prieto@uniovi.example",
       "full_name=Elena Prieto; title=Jefa de Laboratorio; company=Universidad de Oviedo; "
       "email=elena.prieto@uniovi.example"},
      {"Raúl Navarro – Director General\nNavarro "
       "Obras\nraul@navarroobras.example\nlinkedin.com/in/rnavarro",
       "full_name=Raúl Navarro; title=Director General; company=Navarro Obras; "
       "email=raul@navarroobras.example; linkedin=linkedin.com/in/rnavarro"},
      {"Inés Vidal\nCompras\nCitrus Vidal S.Coop.\nines.vidal@citrusvidal.example\n"
       "Plaza España 3\n12001 Castellón",
       "full_name=Inés Vidal; title=Compras; company=Citrus Vidal S.Coop.; "
       "email=ines.vidal@citrusvidal.example; street=Plaza España 3; city=Castellón; "
       "postal_code=12001"},
      {"Saludos cordiales,\nMiguel Ángel Romero\nCEO\nRomero Tech\nmiguel@romerotech.example\n"
       "NIF B12345678",
       "full_name=Miguel Ángel Romero; title=CEO; company=Romero Tech; "
       "email=miguel@romerotech.example; note=NIF B12345678"},
      {"Laura Campos\nAsistente de dirección\nlaura@campos.example\nTel. 93 222 33 44 ext. 12",
       "full_name=Laura Campos; title=Asistente de dirección; email=laura@campos.example; "
       "phone=93 222 33 44 ext. 12"},
      {"Grupo Marea\nOscar León\nDelegado comercial\noscar.leon@grupomarea.example\nMov: 611 22 33 "
       "44",
       "full_name=Oscar León; title=Delegado comercial; company=Grupo Marea; "
       "email=oscar.leon@grupomarea.example; mobile=611 22 33 44"},
      {"Rosa Molina\nVeterinaria\nrosa@granjamolina.example\nGranja Molina\nCamino Viejo s/n",
       "full_name=Rosa Molina; company=Granja Molina; email=rosa@granjamolina.example; "
       "note=Veterinaria / Camino Viejo s/n"},
  };
  expect_all(kSamples);
}

TEST(Signature, ReadsThoseOfManyTrades) {
  constexpr Sample kSamples[] = {
      {"Stefan Becker\nTeamleiter Instandhaltung\n\nBrauerei Hofmann GmbH & Co. "
       "KG\nIndustriestraße 44 | D-90441 Nürnberg\nFon +49 911 4455-120 | Fax +49 911 "
       "4455-199\nstefan.becker@brauerei-hofmann.de | www.brauerei-hofmann.de\n\nSitz: Nürnberg, "
       "Amtsgericht Nürnberg HRA 1234\nPersönlich haftende Gesellschafterin: Hofmann Verwaltungs "
       "GmbH",
       "full_name=Stefan Becker; title=Teamleiter Instandhaltung; company=Brauerei Hofmann GmbH & "
       "Co. KG; website=www.brauerei-hofmann.de; email=stefan.becker@brauerei-hofmann.de; "
       "phone=+49 911 4455-120; street=Industriestraße 44; city=Nürnberg; postal_code=D-90441; "
       "note=Fax: +49 911 4455-199 / Sitz: Nürnberg, Amtsgericht Nürnberg HRA 1234 / Persönlich "
       "haftende Gesellschafterin: Hofmann Verwaltungs GmbH"},
      {"With kind regards\n\nPriya Raman\nSenior Procurement Specialist\nClearwater Utilities, "
       "Inc.\n2100 Lakeshore Blvd, Suite 400\nChicago, IL 60611\n(O) 312.555.0142\n(M) "
       "312.555.0199\npriya.raman@clearwaterutilities.com",
       "full_name=Priya Raman; title=Senior Procurement Specialist; company=Clearwater Utilities, "
       "Inc.; email=priya.raman@clearwaterutilities.com; phone=312.555.0142; mobile=312.555.0199; "
       "street=2100 Lakeshore Blvd, Suite 400; city=Chicago; region=IL; postal_code=60611"},
      {"Christine Lefebvre\nDirectrice Générale\nEAU VIVE\n12, rue des Lilas\n31000 TOULOUSE\nTél "
       ": +33 (0)5 61 00 00 00\nMobile : +33 (0)6 00 00 00 00\nc.lefebvre@eauvive.fr",
       "full_name=Christine Lefebvre; title=Directrice Générale; company=EAU VIVE; "
       "email=c.lefebvre@eauvive.fr; phone=+33 (0)5 61 00 00 00; mobile=+33 (0)6 00 00 00 00; "
       "street=12, rue des Lilas; city=TOULOUSE; postal_code=31000"},
      {"José Luis Pérez Gómez\nDpto. de Compras\nEMBOTELLADORA DEL NORTE, S.A.\nPol. Ind. Can "
       "Salvatella, C/ Mogoda 12\n08210 Barberà del Vallès (Barcelona)\nT. +34 937 00 00 00\nM. "
       "+34 600 00 00 00\njlperez@embonorte.es",
       "full_name=José Luis Pérez Gómez; title=Dpto. de Compras; company=EMBOTELLADORA DEL NORTE, "
       "S.A.; email=jlperez@embonorte.es; phone=+34 937 00 00 00; mobile=+34 600 00 00 00; "
       "city=Barberà del Vallès (Barcelona); postal_code=08210; note=Pol. Ind. Can Salvatella, C/ "
       "Mogoda 12"},
      {"Sent from my iPhone\nDave Clark\nFacilities Manager\n0161 496 "
       "0000\ndave.clark@mcr-leisure.co.uk",
       "full_name=Dave Clark; title=Facilities Manager; email=dave.clark@mcr-leisure.co.uk; "
       "phone=0161 496 0000"},
      {"Dipl.-Ing. (FH) Markus Schröder\nProjektleiter Anlagenbau\nTelefon: 02361 / "
       "9876-0\nTelefax: 02361 / 9876-55\nMobil: 0160 / 9876543\nE-Mail: "
       "m.schroeder@anlagenbau-schroeder.de\nInternet: www.anlagenbau-schroeder.de",
       "full_name=Dipl.-Ing. Markus Schröder; title=Projektleiter Anlagenbau; "
       "website=www.anlagenbau-schroeder.de; email=m.schroeder@anlagenbau-schroeder.de; "
       "phone=02361 / 9876-0; mobile=0160 / 9876543; note=Fax: 02361 / 9876-55"},
      {"Tom & Jerry Plumbing LLC\nTom Harris, Owner\n713-555-0188\ntom@tjplumbing.com",
       "full_name=Tom Harris; title=Owner; company=Tom & Jerry Plumbing LLC; "
       "email=tom@tjplumbing.com; phone=713-555-0188"},
      {"ANNA KOWALSKA\nKey Account Manager DACH\nHydrotech Sp. z o.o.\nul. Kwiatowa 5, 60-123 "
       "Poznań\ntel. +48 61 123 45 67\nanna.kowalska@hydrotech.pl",
       "full_name=ANNA KOWALSKA; title=Key Account Manager DACH; company=Hydrotech Sp. z o.o.; "
       "email=anna.kowalska@hydrotech.pl; phone=+48 61 123 45 67; note=ul. Kwiatowa 5, 60-123 "
       "Poznań"},
      {"Martin Novák | Sales Director EMEA | AquaPure a.s. | +420 602 123 456 | "
       "martin.novak@aquapure.cz",
       "full_name=Martin Novák; title=Sales Director EMEA; company=AquaPure a.s.; "
       "email=martin.novak@aquapure.cz; phone=+420 602 123 456"},
      {"Best,\nLisa\n\nLisa Chen\nCo-founder & CEO, BrightTap\nlisa@brighttap.io | brighttap.io",
       "full_name=Lisa Chen; title=Co-founder & CEO; company=BrightTap; website=brighttap.io; "
       "email=lisa@brighttap.io"},
      {"Mit besten Grüßen\nIhr Thomas Wagner\n\nWagner Sanitär\nInh. Thomas Wagner\nHauptstr. "
       "3\n91054 Erlangen\n09131/12345\ninfo@wagner-sanitaer.de",
       "full_name=Thomas Wagner; company=Wagner Sanitär; email=info@wagner-sanitaer.de; "
       "phone=09131/12345; street=Hauptstr. 3; city=Erlangen; postal_code=91054; note=Inh. Thomas "
       "Wagner"},
      {"Dr. med. vet. Julia Roth\nTierklinik am Park\nParkallee 5, 28209 Bremen\nTel. 0421 - 34 56 "
       "78\npraxis@tierklinik-am-park.de",
       "full_name=Dr. med. vet. Julia Roth; company=Tierklinik am Park; "
       "email=praxis@tierklinik-am-park.de; phone=0421 - 34 56 78; street=Parkallee 5; "
       "city=Bremen; postal_code=28209"},
      {"Ing. Franz Gruber\nTechnischer Leiter\nGruber Anlagentechnik Ges.m.b.H.\nWiener Straße "
       "100\nA-4020 Linz\nTel.: +43 (0) 732 / 12 34 56 - 78\nMobil: +43 664 "
       "1234567\nf.gruber@gruber.at",
       "full_name=Ing. Franz Gruber; title=Technischer Leiter; company=Gruber Anlagentechnik "
       "Ges.m.b.H.; email=f.gruber@gruber.at; phone=+43 (0) 732 / 12 34 56 - 78; mobile=+43 664 "
       "1234567; street=Wiener Straße 100; city=Linz; postal_code=A-4020"},
      {"Isabelle Rochat\nResponsable Marketing & Communication\nFontaines SA\nRoute de Lausanne "
       "20\nCH-1020 Renens\nTél. direct +41 21 555 66 77\nisabelle.rochat@fontaines.ch",
       "full_name=Isabelle Rochat; title=Responsable Marketing & Communication; company=Fontaines "
       "SA; email=isabelle.rochat@fontaines.ch; phone=+41 21 555 66 77; street=Route de Lausanne "
       "20; city=Renens; postal_code=CH-1020"},
      {"William Turner III\nVice President, Global Supply Chain\nTurner "
       "Beverages\nw.turner@turnerbev.com\nDirect: +1 (404) 555-0123 x4567",
       "full_name=William Turner III; title=Vice President, Global Supply Chain; company=Turner "
       "Beverages; email=w.turner@turnerbev.com; phone=+1 (404) 555-0123 x4567"},
      {"Freundliche Grüße\n\ni.V. Sandra Klein\nAbteilungsleiterin Einkauf\n\nTelefon +49 6131 "
       "123-4567\nsandra.klein@stadtwerke-mainz.example\nMainzer Stadtwerke AG, Rheinallee 41, "
       "55118 Mainz",
       "full_name=Sandra Klein; title=Abteilungsleiterin Einkauf; company=Mainzer Stadtwerke AG; "
       "email=sandra.klein@stadtwerke-mainz.example; phone=+49 6131 123-4567; street=Rheinallee "
       "41; city=Mainz; postal_code=55118"},
      {"Hassan Ali\nPurchasing\nhassan.ali@desertwater.ae\n+971 50 123 4567\nDesert Water Trading "
       "LLC\nP.O. Box 12345, Dubai, UAE",
       "full_name=Hassan Ali; title=Purchasing; company=Desert Water Trading LLC; "
       "email=hassan.ali@desertwater.ae; phone=+971 50 123 4567; note=P.O. Box 12345, Dubai, UAE"},
      {"Olivia Brown\nMarketing Manager\ne: olivia.brown@northsea.co.uk\nt: 01224 000 000\nw: "
       "www.northsea.co.uk\na: 5 Harbour Road, Aberdeen AB11 5TF",
       "full_name=Olivia Brown; title=Marketing Manager; website=www.northsea.co.uk; "
       "email=olivia.brown@northsea.co.uk; phone=01224 000 000; street=5 Harbour Road; "
       "city=Aberdeen; postal_code=AB11 5TF"},
      {"Emma Wilson BSc (Hons)\nEnvironmental Consultant\nWilson & Partners Ltd\nM: 07700 900 "
       "456\nemma@wilsonpartners.co.uk",
       "full_name=Emma Wilson BSc; title=Environmental Consultant; company=Wilson & Partners Ltd; "
       "email=emma@wilsonpartners.co.uk; mobile=07700 900 456; note=(Hons)"},
      {"Kontakt:\nFrau Birgit Neumann\nTel.: 0351 / 44 55 66\nbirgit.neumann@dresden-wasser.de",
       "full_name=Birgit Neumann; email=birgit.neumann@dresden-wasser.de; phone=0351 / 44 55 66; "
       "note=Kontakt"},
  };
  expect_all(kSamples);
}

TEST(Signature, ReadsOneCardAndNoMore) {
  EXPECT_EQ(said_of("BEGIN:VCARD\nFN:Ana Silva\nTITLE:Buyer\nEND:VCARD"),
            "full_name=Ana Silva; title=Buyer");
  EXPECT_EQ(said_of("MECARD:N:Silva,Ana;TEL:030123456;;"), "full_name=Ana Silva; phone=030123456");
  EXPECT_EQ(said_of("BEGIN:VCARD\nN:Silva;Ana;;;\nCATEGORIES:a,b\nNOTE:x\nEND:VCARD"),
            "full_name=Ana Silva; note=Tags: a,b / x");
  EXPECT_EQ(said_of("MECARD:N:Silva,Ana;;\nMECARD:N:Ott,Tim;;"), "");
  EXPECT_EQ(said_of("BEGIN:VCARD\nFN:Ana Silva\n"), "");
}

TEST(Signature, ATableIsNone) {
  EXPECT_EQ(said_of("Name,E-mail\nAna Silva,ana@bolt.example\n"), "");
  EXPECT_EQ(said_of("Ana Silva\tana@bolt.example\nTim Ott\ttim@ott.example\n"), "");
  EXPECT_EQ(said_of("Firma;Ort\nBolt;Köln\n"), "");
}

TEST(Signature, NobodyIsInTextWithoutANameOrAnAddress) {
  EXPECT_EQ(said_of(""), "");
  EXPECT_EQ(said_of("buy milk\ncall the office"), "");
  EXPECT_EQ(said_of("\xFF\xFE\nAna Silva"), "");
  EXPECT_EQ(said_of(std::string(100'000, 'x') + "\nana@bolt.example"), "");
}

TEST(Signature, NothingOfTheTextIsLost) {
  const std::string all =
      said_of("Ana Silva\nana@bolt.example\nsomething odd #1\n§ 12\n(yes)\n12345");
  for (const std::string_view part : {"something odd #1", "§ 12", "(yes)", "12345"})
    EXPECT_TRUE(all.contains(part)) << part << " in " << all;
}

}  // namespace
}  // namespace leadlight::interchange
