-- The first line of Carnet: team, words, clients and what belongs to them, the journal, sign-in.
-- SQL that SQLite and PostgreSQL share; the word IDENTITY is replaced by the engine's own
-- (backend/db/dialect.cpp). Times are ISO-8601 UTC text, days ISO text, booleans 0 or 1, money integer
-- cents of euro, lists JSON text. Tables of entities have exactly the columns of their field table.

CREATE TABLE workspace (
    id INTEGER PRIMARY KEY,               -- Always 1; absent before the first start.
    name TEXT,                            -- Shown in the shell and on sign-in.
    language TEXT,                        -- "fr" or "en": default of new users.
    shared_clients INTEGER NOT NULL DEFAULT 0,      -- Members see every client.
    portal_admins_only INTEGER NOT NULL DEFAULT 0   -- Portals are configured by admins only.
);

CREATE TABLE user_account (
    id IDENTITY,
    name TEXT,                            -- "Léa Martin".
    email TEXT,                           -- Sign-in name, lower case.
    role TEXT,                            -- owner, admin, manager, member.
    language TEXT,                        -- Of the interface.
    is_active INTEGER NOT NULL DEFAULT 1, -- 0: signed out at the next request, keeps its past.
    created_at TEXT
);
CREATE UNIQUE INDEX user_account_email ON user_account (email);

CREATE TABLE role_grant (
    id IDENTITY,
    role TEXT,                            -- Never owner, who may everything.
    permission TEXT,                      -- Name in the permission table.
    grant_word TEXT                       -- none, own, all.
);
CREATE UNIQUE INDEX role_grant_once ON role_grant (role, permission);

CREATE TABLE tag (
    id IDENTITY,
    name TEXT,                            -- Unique without case and accents (checked by the program).
    color TEXT                            -- A family of design colours.
);

CREATE TABLE list_option (
    id IDENTITY,
    list TEXT,                            -- sector, size, function.
    name TEXT,                            -- As shown.
    position INTEGER NOT NULL DEFAULT 0   -- Order in pickers.
);

CREATE TABLE saved_view (
    id IDENTITY,
    user_id INTEGER REFERENCES user_account (id),   -- Whose it is.
    name TEXT,
    query TEXT,                           -- Query string of the list's address.
    position INTEGER NOT NULL DEFAULT 0   -- Order in the menu.
);
CREATE INDEX saved_view_user ON saved_view (user_id);

CREATE TABLE client (
    id IDENTITY,
    kind TEXT,                            -- company, person.
    state TEXT,                           -- active, prospect, inactive, suspended.
    legal_name TEXT,
    trade_name TEXT,
    first_name TEXT,                      -- Persons only.
    last_name TEXT,                       -- Persons only.
    number INTEGER NOT NULL DEFAULT 0,    -- Matricule, given once, never reused.
    reference TEXT,                       -- CL-00412; free, unique when set.
    previous_reference TEXT,              -- The PR reference before conversion.
    siren TEXT,                           -- 9 digits.
    siret TEXT,                           -- 14 digits.
    vat_number TEXT,                      -- Without spaces, upper case.
    naf_code TEXT,
    sector_id INTEGER REFERENCES list_option (id),
    size_id INTEGER REFERENCES list_option (id),
    email TEXT,
    phone TEXT,                           -- E.164 when it could be read as such.
    website TEXT,
    client_since TEXT,                    -- Day.
    founded_on TEXT,                      -- Day.
    owner_id INTEGER REFERENCES user_account (id),  -- Person in charge.
    tag_ids TEXT,                         -- JSON list of identifiers of tag.
    notes TEXT,
    memo TEXT,                            -- For the technician.
    archived_at TEXT,                     -- Hidden without loss.
    deleted_at TEXT,                      -- In the bin.
    created_at TEXT,
    created_by INTEGER REFERENCES user_account (id),
    updated_at TEXT,
    updated_by INTEGER REFERENCES user_account (id)
);
CREATE UNIQUE INDEX client_number ON client (number);
CREATE UNIQUE INDEX client_reference ON client (reference) WHERE reference IS NOT NULL;
CREATE INDEX client_siren ON client (siren) WHERE siren IS NOT NULL;
CREATE INDEX client_siret ON client (siret) WHERE siret IS NOT NULL;
CREATE INDEX client_email ON client (email) WHERE email IS NOT NULL;

CREATE TABLE contact (
    id IDENTITY,
    first_name TEXT,
    last_name TEXT,
    email TEXT,
    phone TEXT,                           -- Direct line.
    mobile TEXT,
    language TEXT,                        -- The contact's own.
    notes TEXT,                           -- Preferences.
    created_at TEXT,
    updated_at TEXT
);
CREATE INDEX contact_email ON contact (email) WHERE email IS NOT NULL;

CREATE TABLE client_contact (
    id IDENTITY,
    client_id INTEGER NOT NULL REFERENCES client (id),
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    job_title TEXT,
    roles TEXT,                           -- JSON list of words.
    function_id INTEGER REFERENCES list_option (id),
    is_main INTEGER NOT NULL DEFAULT 0,   -- At most one per client.
    is_active INTEGER NOT NULL DEFAULT 1,
    receives_invoices INTEGER NOT NULL DEFAULT 0,
    has_portal INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX client_contact_client ON client_contact (client_id);
CREATE INDEX client_contact_contact ON client_contact (contact_id);

CREATE TABLE address (
    id IDENTITY,
    client_id INTEGER NOT NULL REFERENCES client (id),
    label TEXT,                           -- "Atelier".
    line1 TEXT,
    line2 TEXT,
    postal_code TEXT,
    city TEXT,
    country TEXT,                         -- ISO 3166-1 alpha-2.
    is_main INTEGER NOT NULL DEFAULT 0,   -- One when the client has addresses.
    access_code TEXT,
    floor TEXT,
    access_notes TEXT,
    site_contact TEXT                     -- Name and phone of the person on site.
);
CREATE INDEX address_client ON address (client_id);

CREATE TABLE project (
    id IDENTITY,
    client_id INTEGER NOT NULL REFERENCES client (id),
    name TEXT,
    state TEXT,                           -- running, waiting, done, cancelled.
    progress INTEGER NOT NULL DEFAULT 0,  -- Percent.
    budget_cents INTEGER NOT NULL DEFAULT 0,
    started_on TEXT,                      -- Day.
    due_on TEXT,                          -- Day.
    team_ids TEXT,                        -- JSON list of users; they may see the client.
    created_at TEXT,
    created_by INTEGER REFERENCES user_account (id)
);
CREATE INDEX project_client ON project (client_id);

CREATE TABLE activity (
    id IDENTITY,
    client_id INTEGER NOT NULL REFERENCES client (id),
    kind TEXT,                            -- call, email, sms, meeting, note, state_change, project, import.
    direction TEXT,                       -- none, incoming, outgoing.
    happened_at TEXT,
    duration_minutes INTEGER NOT NULL DEFAULT 0,
    contact_ids TEXT,                     -- JSON list of contacts who took part.
    body TEXT,
    visibility TEXT,                      -- internal, shared.
    project_id INTEGER REFERENCES project (id),
    created_by INTEGER REFERENCES user_account (id),
    created_at TEXT
);
CREATE INDEX activity_client ON activity (client_id, happened_at);
CREATE INDEX activity_project ON activity (project_id) WHERE project_id IS NOT NULL;

-- The journal. Nothing above changes outside it.
CREATE TABLE action (
    id IDENTITY,
    at TEXT NOT NULL,
    user_id INTEGER REFERENCES user_account (id),   -- NULL: the command line or the first start.
    kind TEXT NOT NULL,                   -- Row of shared/texts/actions.hpp.
    label TEXT NOT NULL,                  -- JSON object that fills the kind's text.
    client_count INTEGER NOT NULL DEFAULT 0,        -- Clients it touched.
    undoes INTEGER REFERENCES action (id),
    undone_by INTEGER REFERENCES action (id)
);
CREATE INDEX action_user ON action (user_id, id);

CREATE TABLE journal (
    seq IDENTITY,                         -- Position of the workspace.
    action_id INTEGER NOT NULL REFERENCES action (id),
    entity TEXT NOT NULL,
    entity_id INTEGER NOT NULL,
    client_id INTEGER,                    -- The client it belongs to; no foreign key, rows outlive what they tell of.
    op TEXT NOT NULL,                     -- create, update, delete.
    field TEXT,                           -- Of an update.
    old_value TEXT,                       -- JSON.
    new_value TEXT                        -- JSON.
);
CREATE INDEX journal_record ON journal (entity, entity_id, seq);
CREATE INDEX journal_action ON journal (action_id);
CREATE INDEX journal_client ON journal (client_id, seq) WHERE client_id IS NOT NULL;

-- Sign-in. Not journalled: secrets and their traces stay here and are only kept as hashes.
CREATE TABLE user_password (
    user_id INTEGER PRIMARY KEY REFERENCES user_account (id),
    hash TEXT NOT NULL,                   -- Argon2id, in its own text format with parameters and salt.
    changed_at TEXT NOT NULL
);

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,          -- Hexadecimal hash of the cookie's token.
    user_id INTEGER NOT NULL REFERENCES user_account (id),
    remember INTEGER NOT NULL,            -- 1: 30 days, 0: 12 hours, both counted from the last use.
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
);
CREATE INDEX session_user ON session (user_id);

CREATE TABLE one_time_link (
    token_hash TEXT PRIMARY KEY,          -- Hexadecimal hash of the token in the link.
    purpose TEXT NOT NULL,                -- start, invite, reset.
    user_id INTEGER REFERENCES user_account (id),   -- NULL for start.
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
);

CREATE TABLE sign_in_attempt (
    subject TEXT PRIMARY KEY,             -- Hash of the account's or the network address' name.
    failures INTEGER NOT NULL,            -- In a row.
    last_at TEXT NOT NULL
);

CREATE TABLE idempotency (
    user_id INTEGER NOT NULL,
    route TEXT NOT NULL,                  -- Method and path.
    key TEXT NOT NULL,                    -- As the client sent it.
    body_hash TEXT NOT NULL,              -- The same key with another body is refused.
    status INTEGER NOT NULL,
    content_type TEXT NOT NULL,
    body TEXT NOT NULL,
    position INTEGER NOT NULL,            -- Header Carnet-Position of the answer.
    created_at TEXT NOT NULL,             -- Kept for 24 hours.
    PRIMARY KEY (user_id, route, key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);
