// What columns are called. A list holds keys (word_key) with blanks between them; `weak` ones count
// only where no other column has a better claim to the field.
#include <array>
#include <string_view>
#include <unordered_map>

#include "base/text.h"
#include "interchange/words.h"
#include "lead/fields.h"

namespace leadlight::interchange {

namespace {

struct FieldWords {
  std::string_view field;
  std::string_view strong;
  std::string_view weak;
};

constexpr std::array kPersonWords{
    FieldWords{"id", "leadlightid", ""},
    FieldWords{
        "external_id",
        "externalid recordid leadid contactid opportunityid dealid registrationid badgeid "
        "badgenumber "
        "crmid kundennummer kundennr externeid identifiant idexterne idexterno iddelregistro",
        "id recid uniqueid uuid guid personid customerid clientid memberid attendee attendeeid "
        "order ordernumber orderid nummer nr number"},
    FieldWords{
        "full_name",
        "fullname contactname leadname personname attendeename displayname vollername "
        "vollstandigername ansprechpartner kontaktperson contactperson nomcomplet nombrecompleto",
        "contact kontakt contacto lead person prospect interlocuteur dealcontactperson"},
    FieldWords{kAnyName, "name nom nombre", ""},
    FieldWords{
        "first_name",
        "firstname givenname givennames vorname prenom forename rufname nombredepila primernombre "
        "contactfirstname attendeefirstname personfirstname fname",
        "first"},
    FieldWords{
        "last_name",
        "lastname familyname surname nachname familienname zuname nomdefamille apellido apellidos "
        "primerapellido contactlastname attendeelastname personlastname lname",
        "last"},
    FieldWords{
        "title",
        "jobtitle title position jobposition funktion berufsbezeichnung stellenbezeichnung jobrole "
        "fonction poste intituleduposte cargo puesto organization1title contacttitle",
        "titel role rolle beruf titre titulo profession occupation job"},
    FieldWords{
        "email",
        "email emailaddress emails mail mailaddress emailadresse mailadresse epost courriel "
        "adresseemail adressemail adressecourriel adresseelectronique correo correoelectronico "
        "direcciondecorreo direcciondecorreoelectronico workemail businessemail contactemail "
        "attendeeemail email1value emailfrom primaryemail emailgeschaftlich emailprofessionnel "
        "emailwork workemailaddress email1 companyemail professionalemail personemailwork",
        "personalemail privateemail emailprivat personemail"},
    FieldWords{
        "phone",
        "phone phonenumber phoneno telephone telephonenumber tel telefon telefonnummer rufnummer "
        "telno fon phone1value telefono numerodetelefono numerodetelephone telefonofijo workphone "
        "businessphone officephone directphone telefongeschaftlich festnetz phonework phoneoffice "
        "companyphone companyphonenumber contactphone contactphonenumber attendeephone phone1 tlf "
        "telephonefixe telephonebureau primaryphone durchwahl personphonework",
        "homephone otherphone telefonprivat personphone"},
    FieldWords{
        "mobile",
        "mobile mobilephone mobilephonenumber mobilenumber mobileno cell cellphone cellphonenumber "
        "handy handynummer mobil mobiltelefon mobilnummer mobilfunk natel portable "
        "telephoneportable telephonemobile telmobile gsm movil telefonomovil celular "
        "personphonemobile",
        ""},
    FieldWords{
        "linkedin",
        "linkedin linkedinurl linkedinprofile linkedinprofil linkedinprofileurl linkedinlink "
        "linkedinbio personlinkedinurl profillinkedin perfildelinkedin profileurl",
        "profile profil perfil"},
    FieldWords{"language",
               "language preferredlanguage sprache bevorzugtesprache korrespondenzsprache langue "
               "languepreferee idioma idiomapreferido",
               "lang locale"},
};

constexpr std::array kCompanyWords{
    FieldWords{
        "company",
        "company companyname organization organisation organizationname organisationname "
        "organization1name firma firmenname unternehmen unternehmensname societe entreprise "
        "nomdelasociete nomdelentreprise raisonsociale empresa compania nombredelaempresa "
        "razonsocial accountname associatedcompany primarycompany partnername employer arbeitgeber "
        "dealorganization",
        "account betrieb kunde client cliente customer organizacion institution business"},
    FieldWords{
        "website",
        "website websiteurl websites webseite web webpage homepage companywebsite "
        "companydomainname companydomain domain domainname internetadresse internetseite internet "
        "siteweb site sitioweb paginaweb",
        "url"},
    FieldWords{
        "employees",
        "employees numberofemployees noofemployees employeecount companysize headcount mitarbeiter "
        "mitarbeiterzahl anzahlmitarbeiter unternehmensgrosse firmengrosse effectif effectifs "
        "nombredesalaries nombredemployes tailledelentreprise empleados numerodeempleados "
        "tamanodelaempresa",
        ""},
    FieldWords{
        "industry",
        "industry companyindustry industrysector branche industrie secteur secteurdactivite sector "
        "industria sectorindustrial",
        "vertical"},
    FieldWords{
        "street",
        "street streetaddress streetaddress1 address1 addressline1 addressstreet address1street "
        "strasse strassehausnummer strasseundhausnummer anschrift rue direccion calle "
        "mailingstreet billingstreet businessstreet homeaddress1 workaddress1",
        "address adresse domicilio"},
    FieldWords{
        "city",
        "city town suburb locality ort stadt wohnort ville commune ciudad localidad poblacion "
        "mailingcity billingcity businesscity homecity workcity address1city",
        "location standort lieu"},
    FieldWords{
        "region",
        "region state stateprovince stateregion province bundesland kanton canton departement "
        "provincia comunidadautonoma mailingstate billingstate businessstate homestate workstate "
        "address1region",
        "county estado etat"},
    FieldWords{
        "postal_code",
        "postalcode postcode zip zipcode zippostalcode plz postleitzahl codepostal codigopostal cp "
        "mailingpostalcode mailingzippostalcode billingpostalcode businesspostalcode homezip "
        "workzip address1postalcode",
        ""},
    FieldWords{"country",
               "country countryregion countryname countrycode land staat pays pais mailingcountry "
               "billingcountry businesscountry businesscountryregion homecountry workcountry "
               "address1country",
               "nation"},
};

constexpr std::array kLeadWords{
    FieldWords{
        "source",
        "source leadsource originalsource originalsourcetype originaltrafficsource leadorigin "
        "utmsource quelle leadquelle herkunft origine origen fuente origendelcontacto "
        "sourceduprospect dealsource",
        "howdidyouhearaboutus channel kanal canal medium utmmedium"},
    FieldWords{"campaign",
               "campaign campaignname leadcampaign primarycampaignsource utmcampaign kampagne "
               "kampagnenname campagne nomdelacampagne campana",
               ""},
    FieldWords{
        "event",
        "event eventname tradeshow conference veranstaltung messe evenement salon evento feria",
        "show"},
    FieldWords{
        "lead_type",
        "leadtype typeoflead requesttype inquirytype enquirytype conversiontype leadart leadtyp "
        "anfrageart anfragetyp typededemande typedeprospect tipodesolicitud tipodelead",
        "formname form formular formulaire formulario type typ tipo"},
    FieldWords{
        "stage",
        "stage dealstage leadstage salesstage opportunitystage pipelinestage lifecyclestage phase "
        "vertriebsphase verkaufsphase leadphase stufe etape etapa etapadelnegocio leadstatus",
        "status statut dealstatus"},
    FieldWords{"sub_stage", "substage substatus unterphase sousetape subetapa", ""},
    FieldWords{"outcome",
               "outcome dealoutcome wonlost isclosedwon closedwon converted isconverted ergebnis "
               "resultado",
               "result resultat won gewonnen"},
    FieldWords{"outcome_reason",
               "outcomereason lostreason lossreason reasonlost reasonforloss closedlostreason "
               "closedwonreason winreason deallostreason verlustgrund ablehnungsgrund motifdeperte "
               "raisondelaperte motivodeperdida",
               "reason grund motif motivo"},
    FieldWords{
        "value",
        "amount dealamount dealvalue value opportunityamount expectedrevenue estimatedvalue "
        "potentialvalue closevalue betrag wert auftragswert auftragsvolumen dealwert "
        "erwarteterumsatz montant valeur revenuattendu importe valor monto ingresosesperados "
        "amountincompanycurrency",
        "umsatz volumen revenue"},
    FieldWords{
        "currency",
        "currency currencycode currencyisocode dealcurrency dealcurrencycode wahrung waehrung "
        "devise moneda divisa",
        ""},
    FieldWords{
        "created_at",
        "created createdat createdon createdate createddate creationdate datecreated dateadded "
        "addedon leadcreated leadcreatedat leadcreateddate dealcreated dealcreatedon erstellt "
        "erstelltam erstelldatum angelegtam anlagedatum eingangsdatum eingangam datumeingang "
        "erfasst erfasstam erfassungsdatum datumerfassung aufgenommenam aufnahmedatum erstkontakt "
        "erstkontaktam erstkontaktdatum datumerstkontakt datumdeserstkontakts erstkontaktierung "
        "firstcontact firstcontactdate dateoffirstcontact firstcontactedat leaddate datedecreation "
        "datecreation cree creele datedajout ajoutele datedesaisie saisile datedentree "
        "premiercontact datepremiercontact datedupremiercontact datedepremiercontact "
        "fechadecreacion fechacreacion creado creadoel fechadealta fechaalta fechadeingreso "
        "fecharegistro fechaderegistro primercontacto fechaprimercontacto "
        "fechadelprimercontacto fechadeprimercontacto orderdate registrationdate "
        "registeredat "
        "scannedat scantime scandate capturedat capturedate submittedat submittedon "
        "submissiondate signupdate receivedat receivedon entrydate engagedate connectedon "
        "timestamp "
        "zeitstempel horodatage marcatemporal",
        "date datum fecha time dateentered"},
    FieldWords{
        "closed_at",
        "closed closedat closedon closedate closeddate dateclosed wondate lostdate wontime "
        "dealclosedon dealwontime abschlussdatum abgeschlossenam geschlossenam datedecloture "
        "datedefermeture fechadecierre",
        ""},
    FieldWords{
        "owner",
        "owner ownername leadowner contactowner dealowner opportunityowner accountowner "
        "salesperson "
        "salesrep salesagent salesowner assignedto assigneduser accountmanager "
        "vertriebsmitarbeiter zustandig zustandigeperson betreuer kundenbetreuer bearbeiter "
        "verantwortlich verantwortlicher proprietaire proprietaireducontact vendeur commercial "
        "responsable propietario propietariodelcontacto comercial vendedor",
        "agent user rep responsible"},
    FieldWords{
        "do_not_contact",
        "donotcontact donotcall donotemail dnc optout optedout emailoptout hasoptedoutofemail "
        "unsubscribed unsubscribedfromallemail keinkontakt keinewerbung nichtkontaktieren "
        "abgemeldet kontaktsperre werbesperre nepascontacter desabonne desinscrit nocontactar "
        "dadodebaja",
        ""},
    FieldWords{"heat", "heat rating temperature", ""},
    FieldWords{"need", "need needs bedarf besoin besoins necesidad", ""},
    FieldWords{"tags", "tag tags labels schlagworte schlagworter stichworte etiquettes etiquetas",
               "label kategorien categories categorias"},
    FieldWords{
        "note",
        "note notes notiz notizen bemerkung bemerkungen anmerkung anmerkungen kommentar kommentare "
        "comment comments internalnotes remarque remarques commentaire commentaires nota notas "
        "observaciones comentario comentarios",
        "description beschreibung descripcion message nachricht mensaje memo"},
};

using Index = std::unordered_map<std::string_view, HeaderGuess>;

template <class Lists>
void add_lists(Index& index, const Lists& lists) {
  for (const FieldWords& words : lists) {
    for (const std::string_view key : split(words.strong, ' ')) {
      if (!key.empty()) index.emplace(key, HeaderGuess{words.field, Confidence::kStrong});
    }
    for (const std::string_view key : split(words.weak, ' ')) {
      if (!key.empty()) index.emplace(key, HeaderGuess{words.field, Confidence::kWeak});
    }
  }
}

const Index& header_index() {
  static const Index kIndex = [] {
    Index index;
    add_lists(index, kPersonWords);
    add_lists(index, kCompanyWords);
    add_lists(index, kLeadWords);
    return index;
  }();
  return kIndex;
}

}  // namespace

HeaderGuess guess_header(std::string_view header) {
  header = trimmed(header);
  const auto own_names = field_names(Kind::kLead).first(kPeoplesLeadFieldCount);
  for (const std::string_view own : own_names) {
    if (header == own) return {own, Confidence::kOwn};
  }
  const auto look_up = [](std::string_view text) {
    const auto found = header_index().find(word_key(text));
    return found == header_index().end() ? HeaderGuess{} : found->second;
  };
  HeaderGuess guess = look_up(header);
  const std::size_t bracket = header.find('(');  // "Amount (EUR)"
  if (guess.confidence == Confidence::kNone && bracket != std::string_view::npos) {
    guess = look_up(header.substr(0, bracket));
  }
  if (guess.confidence != Confidence::kNone) return guess;
  for (const std::string_view own : own_names) {  // "Postal Code", "NextStep"
    if (word_key(header) == word_key(own)) return {own, Confidence::kStrong};
  }
  return guess;
}

}  // namespace leadlight::interchange
