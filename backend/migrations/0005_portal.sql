-- Contacts in the portal: switches, accounts, messages, and the mail that leaves.

ALTER TABLE contact ADD COLUMN portal_invited_at TEXT;
ALTER TABLE contact ADD COLUMN portal_joined_at TEXT;
ALTER TABLE contact ADD COLUMN portal_revoked_at TEXT;

ALTER TABLE client_contact ADD COLUMN portal_tasks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE client_contact ADD COLUMN portal_comment INTEGER NOT NULL DEFAULT 0;
ALTER TABLE client_contact ADD COLUMN portal_approve INTEGER NOT NULL DEFAULT 0;
ALTER TABLE client_contact ADD COLUMN portal_documents INTEGER NOT NULL DEFAULT 0;
ALTER TABLE client_contact ADD COLUMN portal_invoices INTEGER NOT NULL DEFAULT 0;

-- Whoever had access already gets what the roles give (features.md 1.6). Their rows in the journal
-- are older than these fields, so they say nothing about them.
UPDATE client_contact SET
    portal_tasks = CASE WHEN roles LIKE '%"decision_maker"%' OR roles LIKE '%"technical"%'
        OR roles LIKE '%"observer"%' THEN 1 ELSE 0 END,
    portal_documents = CASE WHEN roles LIKE '%"decision_maker"%' OR roles LIKE '%"technical"%'
        OR roles LIKE '%"observer"%' THEN 1 ELSE 0 END,
    portal_comment = CASE WHEN roles LIKE '%"technical"%' THEN 1 ELSE 0 END,
    portal_approve = CASE WHEN roles LIKE '%"decision_maker"%' THEN 1 ELSE 0 END,
    portal_invoices = CASE WHEN roles LIKE '%"billing"%' THEN 1 ELSE 0 END;

CREATE TABLE message (
    id IDENTITY,
    client_id INTEGER NOT NULL REFERENCES client (id),
    project_id INTEGER REFERENCES project (id),
    body TEXT,
    visibility TEXT,                      -- internal, shared.
    author_user_id INTEGER REFERENCES user_account (id),  -- One of the two wrote it.
    author_contact_id INTEGER REFERENCES contact (id),
    created_at TEXT
);
CREATE INDEX message_client ON message (client_id, id);
CREATE INDEX message_project ON message (project_id) WHERE project_id IS NOT NULL;

-- Who acted when it was a contact in the portal; user_id is NULL then.
ALTER TABLE action ADD COLUMN contact_id INTEGER REFERENCES contact (id);

-- Accounts of contacts. Not journalled: secrets and their traces.
CREATE TABLE contact_password (
    contact_id INTEGER PRIMARY KEY REFERENCES contact (id),
    hash TEXT NOT NULL,                   -- Argon2id with parameters and salt.
    changed_at TEXT NOT NULL
);

CREATE TABLE contact_session (
    token_hash TEXT PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    remember INTEGER NOT NULL DEFAULT 0,  -- 1: 30 days, 0: 12 hours, both counted from the last use.
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    preview_by INTEGER REFERENCES user_account (id),      -- "Voir comme": the person of the team who looks; read-only.
    client_id INTEGER REFERENCES client (id)              -- The one client a preview shows.
);
CREATE INDEX contact_session_contact ON contact_session (contact_id);

CREATE TABLE contact_link (
    token_hash TEXT PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    purpose TEXT NOT NULL,                -- invite, reset.
    address TEXT NOT NULL,                -- E-mail it was made for, lower case: a changed address ends it.
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT,
    revoked_at TEXT
);
CREATE INDEX contact_link_contact ON contact_link (contact_id);

-- The outbox: written in the same transaction as what it tells about, sent by a thread of its own.
CREATE TABLE mail (
    id IDENTITY,
    kind TEXT NOT NULL,                   -- invitation, reset, news, test.
    contact_id INTEGER REFERENCES contact (id),
    client_id INTEGER,                    -- No foreign key: what was sent outlives what it tells of.
    user_id INTEGER REFERENCES user_account (id),         -- Who caused it; NULL: a contact or the server.
    to_name TEXT NOT NULL,
    to_address TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    text_body TEXT NOT NULL,
    html_body TEXT NOT NULL,
    unsubscribe TEXT NOT NULL DEFAULT '', -- Address of List-Unsubscribe; '' for invitation and reset.
    message_id TEXT NOT NULL,             -- Fixed here, so that a second try is the same mail.
    state TEXT NOT NULL,                  -- queued, sending, sent, failed, cancelled.
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at TEXT NOT NULL,                -- Not before.
    last_error TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    sent_at TEXT
);
CREATE INDEX mail_waiting ON mail (state, next_at);
CREATE INDEX mail_contact ON mail (contact_id);

-- Events that wait to become one mail per contact (digest).
CREATE TABLE mail_event (
    id IDENTITY,
    kind TEXT NOT NULL,                   -- to_approve, message, document.
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    client_id INTEGER NOT NULL REFERENCES client (id),
    subject TEXT NOT NULL,                -- What it is about: a file, a deliverable, the author of a message.
    path TEXT NOT NULL,                   -- Place in the portal.
    entity TEXT NOT NULL,                 -- Row it is about; gone or hidden in the meantime: not told.
    entity_id INTEGER NOT NULL,
    created_at TEXT NOT NULL
);
CREATE INDEX mail_event_contact ON mail_event (contact_id);

-- What contacts do not want to hear of, and the secret of the links that say so.
CREATE TABLE mail_choice (
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    kind TEXT NOT NULL,
    is_off INTEGER NOT NULL,
    PRIMARY KEY (contact_id, kind)
);
CREATE TABLE mail_secret (
    contact_id INTEGER PRIMARY KEY REFERENCES contact (id),
    token TEXT NOT NULL                   -- Opens nothing but the choices above.
);
CREATE UNIQUE INDEX mail_secret_token ON mail_secret (token);

CREATE TABLE mail_settings (
    id INTEGER PRIMARY KEY,               -- Always 1.
    host TEXT NOT NULL DEFAULT '',        -- '': no mail leaves.
    port INTEGER NOT NULL DEFAULT 587,
    security TEXT NOT NULL DEFAULT 'starttls',            -- starttls, tls, none.
    user_name TEXT NOT NULL DEFAULT '',
    password TEXT NOT NULL DEFAULT '',    -- Given to the mail server as it is; never leaves by the API.
    from_name TEXT NOT NULL DEFAULT '',
    from_address TEXT NOT NULL DEFAULT '',
    base_url TEXT NOT NULL DEFAULT ''     -- Address of this server in links.
);
