// The table of destinations and the headings that lead to them. Headings come from the Sirene files
// of INSEE and from exports of HubSpot, Pipedrive, Salesforce, Zoho, Sellsy, Axonaut, EBP, Sage,
// Ciel, Google and Outlook contacts.
#include "shared/import/targets.hpp"

#include "shared/texts/import.hpp"

namespace carnet {
namespace {

using enum TargetKind;

constexpr ImportTarget targets[] = {
    {"name",
     name,
     "",
     "nom du client|nom client|client|client name|compte|account|account name|customer|customer "
     "name|tiers|nom du tiers|nom complet|nom ou raison sociale|nom affiche|display "
     "name|intitule|libelle client|customer display name"},
    {"legal_name",
     client,
     "legal_name",
     "raison sociale|denomination|denomination sociale|denominationunitelegale|nom raison "
     "sociale|legal name|societe|nom de la societe|nom societe|nom de l entreprise|nom "
     "entreprise|entreprise|company|company name|organisation|organization|nom de l "
     "organisation|organization name|organisation nom|organization nom|organisation name|business "
     "name|nom legal|etablissement|nom de l etablissement|association|nom de l association"},
    {"trade_name",
     client,
     "trade_name",
     "nom commercial|nom usage|nom d "
     "usage|enseigne|enseigne1etablissement|denominationusuelleetablissement|"
     "denominationusuelle1unitelegale|trade name|trading name|dba|marque|brand name"},
    {"kind",
     client,
     "kind",
     "type de client|type client|type de tiers|particulier professionnel|client type|customer "
     "type|nature|categorie client"},
    {"first_name", client, "first_name", "prenom du client|prenom client|client first name"},
    {"last_name", client, "last_name", "nom de famille|client last name"},
    {"state",
     client,
     "state",
     "etat|statut|statut client|etat client|status|state of relation|client status|customer "
     "status|lifecycle stage|phase du cycle de vie|phase de cycle de vie|etape du cycle de "
     "vie|actif|active|prospect|is prospect"},
    {"is_open",
     is_open,
     "",
     "est active|etat administratif|etatadministratifunitelegale|etatadministratifetablissement"},
    {"reference",
     client,
     "reference",
     "reference|reference client|ref|ref client|code client|code tiers|code|numero client|numero "
     "de client|n client|no client|num client|n de client|n compte|numero de compte|compte "
     "client|compte comptable|customer id|customer number|client id|client number|account "
     "number|record id|id|identifiant|external id|matricule"},
    {"siren", client, "siren", "siren|n siren|no siren|numero siren|siren number|code siren"},
    {"siret",
     client,
     "siret",
     "siret|siret siege|n siret|no siret|numero siret|siret du siege|siret "
     "number|siretetablissementsiege"},
    {"vat_number",
     client,
     "vat_number",
     "numero de tva|n tva|n de tva|no tva|tva intracommunautaire|tva intra|numero tva|n tva "
     "intracommunautaire|n de tva intracommunautaire|numero de tva intracommunautaire|numero tva "
     "intracommunautaire|identifiant tva|code tva|vat|vat number|vat no|vat id|tax id|eu vat"},
    {"naf_code",
     client,
     "naf_code",
     "naf|code naf|ape|code ape|naf ape|code naf "
     "ape|activiteprincipaleunitelegale|activiteprincipaleetablissement|activite principale|naf "
     "code"},
    {"sector",
     sector,
     "",
     "secteur|secteur d activite|industry|secteur activite|domaine d "
     "activite|activite|sector|branche|metier"},
    {"size",
     size,
     "",
     "taille|effectif|effectifs|nombre d employes|nombre de salaries|nb salaries|nb "
     "employes|salaries|number of employees|employees|company size|size|headcount"},
    {"size_code",
     size_code,
     "",
     "tranche effectifs|tranche effectif|tranche d effectif|tranche d "
     "effectifs|trancheeffectifsunitelegale|trancheeffectifsetablissement"},
    {"email",
     client,
     "email",
     "email|e mail|mail|courriel|adresse e mail|adresse email|adresse mail|adresse "
     "electronique|email address|e mail address|email entreprise|email societe|e mail "
     "societe|company email|organization email|e mail de facturation|email facturation|email 1 "
     "value|email1"},
    {"phone",
     client,
     "phone",
     "telephone|tel|tel fixe|telephone fixe|numero de telephone|n de telephone|phone|phone "
     "number|company phone|telephone societe|telephone entreprise|standard|telephone 1|tel "
     "1|tel1|phone 1 value|business phone|telephone principal|main phone"},
    {"website",
     client,
     "website",
     "site web|site internet|site|web|website|url|website url|site web url|adresse web|adresse du "
     "site|url du site|nom de domaine|domaine|domain|company domain name|domain name|web page|page "
     "web"},
    {"client_since",
     client,
     "client_since",
     "client depuis|date d entree|date entree|date premier contrat|client since|customer "
     "since|became a customer date|date de premiere facture"},
    {"founded_on",
     client,
     "founded_on",
     "date creation|datecreationunitelegale|datecreationetablissement|date de creation de l "
     "entreprise|date de creation entreprise|date d immatriculation|date "
     "immatriculation|creation|founded|founded on|year founded|foundation date"},
    {"owner",
     owner,
     "",
     "responsable|commercial|commercial assigne|charge de compte|charge d "
     "affaires|proprietaire|proprietaire du contact|proprietaire de l entreprise|proprietaire de "
     "la fiche|gestionnaire|suivi par|assigne a|attribue a|owner|company owner|contact "
     "owner|account owner|account manager|sales rep|salesperson|assigned "
     "to|collaborateur|representant|vendeur"},
    {"tags",
     tags,
     "",
     "tags|tag|etiquettes|etiquette|mots "
     "cles|labels|label|categories|groupes|groupe|segments|segment"},
    {"notes",
     client,
     "notes",
     "notes|note|commentaire|commentaires|remarque|remarques|observation|observations|description|"
     "comment|comments|infos|informations|informations complementaires"},
    {"memo", client, "memo", "memo|a savoir|alerte"},

    {"contact.name",
     contact_name,
     "",
     "contact|contact principal|nom du contact|nom contact|nom complet du "
     "contact|interlocuteur|interlocuteur principal|main contact|primary contact|contact "
     "name|contact person|person|personne|personne nom|person name|full name|nom et prenom|nom "
     "prenom|prenom nom|representant legal|dirigeant|nom du dirigeant|gerant|attn|a l attention "
     "de"},
    {"contact.first_name",
     contact,
     "first_name",
     "prenom|prenom du contact|prenom contact|first name|firstname|given name|contact first "
     "name|person first name|prenom interlocuteur|prenom du dirigeant"},
    {"contact.last_name",
     contact,
     "last_name",
     "nom du contact principal|last name|lastname|family name|surname|contact last name|person "
     "last name|nom de famille du contact|nom interlocuteur"},
    {"contact.job_title",
     link,
     "job_title",
     "fonction|poste|fonction du contact|fonction contact|titre|titre du poste|intitule du "
     "poste|job title|job|position|title|role|qualite|organization 1 title|function"},
    {"contact.email",
     contact,
     "email",
     "email du contact|email contact|e mail du contact|e mail contact|mail contact|mail du "
     "contact|contact email|person email|personne email|email interlocuteur|courriel du "
     "contact|email pro|e mail pro|email professionnel|work email|person email work|personne email "
     "travail"},
    {"contact.phone",
     contact,
     "phone",
     "telephone du contact|telephone contact|tel contact|contact phone|ligne directe|tel "
     "direct|telephone direct|direct phone|person phone|personne telephone|work phone|person phone "
     "work|telephone interlocuteur|telephone professionnel"},
    {"contact.mobile",
     contact,
     "mobile",
     "mobile|portable|telephone portable|telephone mobile|tel portable|tel mobile|gsm|cell|cell "
     "phone|mobile phone|mobile phone number|numero de portable|numero de telephone "
     "portable|numero de telephone mobile|person phone mobile|mobile du contact|portable du "
     "contact|tel 2|tel2|telephone 2"},
    {"contact.notes", contact, "notes", "notes du contact|contact notes|preferences"},

    {"address.label",
     address,
     "label",
     "libelle de l adresse|nom de l adresse|address label|address name"},
    {"address.line1",
     address,
     "line1",
     "adresse|adresse 1|adresse1|adresse ligne 1|adresse postale|rue|voie|numero et rue|n et "
     "rue|numero et voie|address|address 1|address1|address line 1|street|street address|street "
     "address 1|adresse du siege|adresse de facturation|adresse facturation|billing street|billing "
     "address|billing address line 1|libellevoieetablissement|adresse principale|organization "
     "address|organisation adresse|adresse complete|address 1 street|mailing street"},
    {"address.line2",
     address,
     "line2",
     "complement|complement d adresse|complement adresse|adresse 2|adresse2|adresse ligne "
     "2|address 2|address2|address line 2|street address 2|street "
     "2|complementadresseetablissement|suite de l adresse|batiment"},
    {"address.postal_code",
     address,
     "postal_code",
     "code postal|cp|codepostal|code postal de facturation|codepostaletablissement|zip|zip "
     "code|postal code|postcode|zip postal code|postal|billing zip|billing postal code|billing zip "
     "postal code|mailing zip|npa|organization address zip postal code|address 1 postal code"},
    {"address.city",
     address,
     "city",
     "ville|commune|localite|libellecommuneetablissement|libelle commune|ville de "
     "facturation|city|town|billing city|mailing city|organization address city|address 1 city"},
    {"address.country",
     address,
     "country",
     "pays|country|country region|pays region|code pays|country code|billing country|mailing "
     "country|pays de facturation|organization address country|address 1 country"},
    {"address.access_code", address, "access_code", "code d acces|digicode|code porte|access code"},
    {"address.floor", address, "floor", "etage|floor"},
    {"address.access_notes",
     address,
     "access_notes",
     "acces|instructions d acces|access notes|consignes d acces"},
    {"address.site_contact", address, "site_contact", "contact sur place|contact on site"},
};

std::string with_label(const Text& pattern, const Field* field, Language language) {
    return fill(tr(pattern, language), {{"label", field ? tr(field->label, language) : ""}});
}

} // namespace

std::span<const ImportTarget> import_targets() {
    return targets;
}

const ImportTarget* find_target(std::string_view name) {
    for (const ImportTarget& target : targets)
        if (target.name == name)
            return &target;
    return nullptr;
}

const Field* field_of(const ImportTarget& target) {
    switch (target.kind) {
    case client:
        return find_field(EntityOf<Client>::spec, target.field_name);
    case contact:
        return find_field(EntityOf<Contact>::spec, target.field_name);
    case link:
        return find_field(EntityOf<ClientContact>::spec, target.field_name);
    case address:
        return find_field(EntityOf<Address>::spec, target.field_name);
    default:
        return nullptr;
    }
}

std::string target_label(const ImportTarget& target, Language language) {
    const Field* field = field_of(target);
    switch (target.kind) {
    case client:
        return tr(field->label, language);
    case contact:
    case link:
        return with_label(texts::target_contact, field, language);
    case address:
        return with_label(texts::target_address, field, language);
    case name:
        return tr(texts::target_name, language);
    case contact_name:
        return tr(texts::target_contact_name, language);
    case owner:
        return tr(texts::target_owner, language);
    case tags:
        return tr(texts::target_tags, language);
    case sector:
        return tr(texts::target_sector, language);
    case size:
        return tr(texts::target_size, language);
    case size_code:
        return tr(texts::target_size_code, language);
    case is_open:
        return tr(texts::target_open, language);
    }
    return "";
}

} // namespace carnet
