// What the command line says.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

// Help.
inline constexpr Text cli_usage{
    "Utilisation\u00A0: carnet [COMMANDE] [OPTIONS]", "Usage: carnet [COMMAND] [OPTIONS]"};
inline constexpr Text cli_commands{"Commandes\u00A0:", "Commands:"};
inline constexpr Text cli_options{"Options\u00A0:", "Options:"};
inline constexpr Text cli_more{
    "carnet COMMANDE --help\u00A0: les options d’une commande",
    "carnet COMMAND --help: options of a command"};
inline constexpr Text cli_exit_codes{
    "Code de sortie\u00a0: 0 fait, 1 refusé ou échoué, 2 ligne de commande incorrecte",
    "Exit code: 0 done, 1 refused or failed, 2 wrong command line"};
inline constexpr Text cli_serve{
    "Sert l’espace de travail (commande par défaut)", "Serves the workspace (the default command)"};
inline constexpr Text cli_backup{
    "Copie l’espace vers un dossier, même pendant que le serveur tourne",
    "Copies the workspace to a folder, even while the server runs"};
inline constexpr Text cli_restore{"Remet une sauvegarde en place", "Puts a backup back"};
inline constexpr Text cli_user{
    "Comptes\u00A0: add NOM E-MAIL, list, password E-MAIL, role E-MAIL RÔLE, deactivate E-MAIL, "
    "link "
    "E-MAIL",
    "Accounts: add NAME E-MAIL, list, password E-MAIL, role E-MAIL ROLE, deactivate E-MAIL, link "
    "E-MAIL"};
inline constexpr Text cli_check{
    "Vérifie la base de données et le journal", "Checks the database and the journal"};
inline constexpr Text cli_data{
    "Dossier de données ($CARNET_DATA, sinon ./carnet-data)",
    "Data folder ($CARNET_DATA, else ./carnet-data)"};
inline constexpr Text cli_port{"Port (8080)", "Port (8080)"};
inline constexpr Text cli_address{
    "Adresse d’écoute (127.0.0.1)", "Address to listen on (127.0.0.1)"};
inline constexpr Text cli_tls_cert{"Certificat TLS, fichier PEM", "TLS certificate, PEM file"};
inline constexpr Text cli_tls_key{
    "Clé du certificat, fichier PEM", "Key of the certificate, PEM file"};
inline constexpr Text cli_force{
    "Remplace un espace existant, gardé dans le dossier sous replaced-1, replaced-2…",
    "Replaces an existing workspace, which is kept in the folder as replaced-1, replaced-2…"};
inline constexpr Text cli_role{
    "owner, admin, manager ou member (member)", "owner, admin, manager or member (member)"};
inline constexpr Text cli_help{"Cette aide", "This help"};
inline constexpr Text cli_version{"Version du programme", "Version of the program"};

// Command line not understood.
inline constexpr Text cli_unknown_command{
    "Commande inconnue\u00A0: {name}. Voir carnet --help.",
    "Unknown command: {name}. See carnet --help."};
inline constexpr Text cli_unknown_option{
    "Option inconnue\u00A0: {name}. Voir carnet {command} --help.",
    "Unknown option: {name}. See carnet {command} --help."};
inline constexpr Text cli_option_value{
    "L’option {name} attend une valeur.", "Option {name} needs a value."};
inline constexpr Text cli_operands{
    "Nombre d’arguments incorrect. Voir carnet {command} --help.",
    "Wrong number of arguments. See carnet {command} --help."};
inline constexpr Text cli_bad_port{
    "Le port est un nombre de 0 à 65535.", "The port is a number from 0 to 65535."};
inline constexpr Text cli_tls_both{
    "--tls-cert et --tls-key vont ensemble.", "--tls-cert and --tls-key go together."};

// Environment.
inline constexpr Text cannot_make_folder{
    "Impossible de créer le dossier {folder}.", "Cannot make the folder {folder}."};
inline constexpr Text folder_read_only{
    "Impossible d’écrire dans le dossier {folder}\u00A0: lecture seule ou droits insuffisants.",
    "Cannot write to the folder {folder}: read-only or not permitted."};
inline constexpr Text folder_in_use{
    "Le dossier {folder} est déjà utilisé par un autre carnet. Arrêtez-le d’abord.",
    "The folder {folder} is in use by another carnet. Stop it first."};
inline constexpr Text folder_lost_database{
    "{folder} contient des fichiers, mais sa base carnet.db manque ou est vide. Rien n’a été "
    "modifié. "
    "Remettez une sauvegarde avec carnet restore, ou donnez un autre dossier.",
    "{folder} holds files, but its database carnet.db is missing or empty. Nothing was changed. "
    "Put a "
    "backup back with carnet restore, or name another folder."};
inline constexpr Text folder_no_workspace{
    "Il n’y a pas d’espace de travail dans {folder}.", "There is no workspace in {folder}."};
inline constexpr Text cli_disk_full{
    "Le disque est plein. Rien n’a été modifié.", "The disk is full. Nothing was changed."};
inline constexpr Text cli_corrupt{
    "La base de données {folder}/carnet.db est endommagée ou n’est pas de Carnet. Elle n’a pas été "
    "modifiée\u00A0; restaurez une sauvegarde.",
    "The database {folder}/carnet.db is damaged or not Carnet’s. It was not changed; restore a "
    "backup."};
inline constexpr Text cli_incomplete{
    "Il manque des tables ou des colonnes à la base de données {folder}/carnet.db ({detail}). Elle "
    "n’a pas été modifiée\u00a0; restaurez une sauvegarde.",
    "The database {folder}/carnet.db lacks tables or columns ({detail}). It was not changed; "
    "restore a backup."};
inline constexpr Text cli_too_new{
    "L’espace {folder} a été écrit par une version plus récente de Carnet.",
    "The workspace {folder} was written by a later version of Carnet."};
inline constexpr Text cli_busy{
    "La base de données est occupée par un autre programme.",
    "The database is in use by another program."};
inline constexpr Text cli_failed{"Échec\u00A0: {detail}", "Failed: {detail}"};
inline constexpr Text port_taken{
    "Le port {port} de {address} est déjà pris, ou l’adresse n’est pas à cette machine. "
    "Choisissez-en un autre avec --port.",
    "Port {port} of {address} is taken, or the address is not this machine’s. Choose another with "
    "--port."};
inline constexpr Text port_forbidden{
    "Le port {port} demande plus de droits. Choisissez-en un à partir de 1024 avec --port.",
    "Port {port} needs more rights. Choose one from 1024 with --port."};
inline constexpr Text tls_bad{
    "Le certificat ou la clé TLS sont illisibles ou ne vont pas ensemble.",
    "The TLS certificate or key cannot be read or do not belong together."};
inline constexpr Text no_tls_warning{
    "ATTENTION\u00A0: {address} est joignable par le réseau sans TLS. Mots de passe et données y "
    "circulent en clair. Donnez --tls-cert et --tls-key, ou écoutez sur 127.0.0.1 derrière un "
    "proxy.",
    "WARNING: {address} can be reached over the network without TLS. Passwords and data travel in "
    "clear text. Give --tls-cert and --tls-key, or listen on 127.0.0.1 behind a proxy."};

// Running.
inline constexpr Text serving{"Carnet est servi sur {url}", "Carnet is served on {url}"};
inline constexpr Text first_start{
    "Premier démarrage. Créez l’espace et son propriétaire avec ce lien, valable une fois et 24 "
    "heures\u00A0:",
    "First start. Create the workspace and its owner with this link, valid once and for 24 hours:"};
inline constexpr Text stopping{"Arrêt…", "Stopping…"};
inline constexpr Text stop_late{
    "Des demandes n’ont pas fini à temps\u00A0: arrêt immédiat. Rien de confirmé n’est perdu.",
    "Some requests did not finish in time: stopping now. Nothing acknowledged is lost."};
inline constexpr Text backed_up{"Sauvegarde écrite dans {folder}", "Backup written to {folder}"};
inline constexpr Text backup_exists{
    "{folder} contient déjà un espace. Choisissez un dossier vide.",
    "{folder} already holds a workspace. Choose an empty folder."};
inline constexpr Text restored{"Espace restauré dans {folder}", "Workspace restored to {folder}"};
inline constexpr Text restore_no_backup{
    "Il n’y a pas de sauvegarde lisible dans {folder}.",
    "There is no readable backup in {folder}."};
inline constexpr Text restore_used{
    "{folder} contient déjà un espace. Ajoutez --force pour le remplacer\u00a0; l’ancien est gardé "
    "dans ce dossier, sous replaced-1.",
    "{folder} already holds a workspace. Add --force to replace it; the old one is kept in that "
    "folder, as replaced-1."};
inline constexpr Text old_kept{
    "L’ancien espace est gardé dans {folder}", "The old workspace is kept in {folder}"};

// Accounts.
inline constexpr Text user_added{
    "{name} ajouté. Lien pour choisir un mot de passe, valable 7 jours\u00A0: {link}",
    "{name} added. Link to choose a password, valid for 7 days: {link}"};
inline constexpr Text user_link{
    "Lien pour choisir un mot de passe\u00A0: {link}", "Link to choose a password: {link}"};
inline constexpr Text user_changed{"{name}\u00A0: modifié.", "{name}: changed."};
inline constexpr Text user_unknown{
    "Personne n’a l’adresse {email}.", "Nobody has the address {email}."};
inline constexpr Text user_bad_role{"Rôle inconnu\u00A0: {role}.", "Unknown role: {role}."};
inline constexpr Text user_bad_verb{
    "carnet user\u00A0: add, list, password, role, deactivate ou link.",
    "carnet user: add, list, password, role, deactivate or link."};
inline constexpr Text user_new_password{
    "Nouveau mot de passe (ou sur l’entrée standard)\u00A0: ",
    "New password (or on standard input): "};
inline constexpr Text user_inactive{"inactif", "inactive"};

// Check.
inline constexpr Text check_clean{
    "Tout est en ordre\u00A0: {rows} lignes, {changes} changements au journal.",
    "All is well: {rows} rows, {changes} changes in the journal."};
inline constexpr Text check_found{"{count} problèmes trouvés.", "{count} problems found."};
inline constexpr Text check_file{"Base de données\u00A0: {detail}", "Database: {detail}"};
inline constexpr Text check_missing_row{
    "Journal\u00A0: {entity} {id} existe selon le journal, pas dans la table.",
    "Journal: {entity} {id} exists according to the journal, not in the table."};
inline constexpr Text check_extra_row{
    "Journal\u00A0: {entity} {id} est dans la table, pas dans le journal.",
    "Journal: {entity} {id} is in the table, not in the journal."};
inline constexpr Text check_value_differs{
    "Journal\u00A0: {entity} {id}, champ {field}\u00A0: la table et le journal diffèrent.",
    "Journal: {entity} {id}, field {field}: table and journal differ."};
inline constexpr Text check_old_differs{
    "Journal\u00a0: ligne {seq}, {entity} {id}, champ {field}\u00a0: l’ancienne valeur n’est pas "
    "celle "
    "que le journal donnait avant.",
    "Journal: row {seq}, {entity} {id}, field {field}: the old value is not what the journal gave "
    "before."};
inline constexpr Text check_bad_journal{
    "Journal\u00A0: ligne {seq} illisible.", "Journal: row {seq} cannot be read."};

} // namespace carnet::texts
