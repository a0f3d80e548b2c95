-- Documents of a client: folders, rights per folder, files with versions; and where files arrive.

CREATE TABLE folder (
    id IDENTITY,
    client_id INTEGER NOT NULL REFERENCES client (id),
    parent_id INTEGER REFERENCES folder (id),       -- NULL: at the top.
    name TEXT,
    outside_cascade INTEGER NOT NULL DEFAULT 0,     -- Keeps its rights when those of a folder above are passed on.
    deleted_at TEXT,                      -- In the bin, with all it holds.
    created_at TEXT,
    created_by INTEGER REFERENCES user_account (id)
);
CREATE INDEX folder_client ON folder (client_id);
CREATE INDEX folder_parent ON folder (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE folder_right (
    id IDENTITY,
    client_id INTEGER NOT NULL REFERENCES client (id),
    folder_id INTEGER NOT NULL REFERENCES folder (id),
    contact_id INTEGER REFERENCES contact (id),     -- Either a contact
    user_id INTEGER REFERENCES user_account (id),   -- or a person of the team.
    access TEXT                           -- none, read, full.
);
CREATE INDEX folder_right_client ON folder_right (client_id);
CREATE INDEX folder_right_folder ON folder_right (folder_id);
CREATE UNIQUE INDEX folder_right_contact ON folder_right (contact_id, folder_id) WHERE contact_id IS NOT NULL;
CREATE UNIQUE INDEX folder_right_user ON folder_right (user_id, folder_id) WHERE user_id IS NOT NULL;

CREATE TABLE document (
    id IDENTITY,
    client_id INTEGER NOT NULL REFERENCES client (id),
    folder_id INTEGER REFERENCES folder (id),       -- NULL: at the top.
    name TEXT,                            -- As shown and as the file is called when it is downloaded.
    deleted_at TEXT,                      -- In the bin.
    created_at TEXT,
    created_by INTEGER REFERENCES user_account (id)
);
CREATE INDEX document_client ON document (client_id, folder_id);
CREATE INDEX document_folder ON document (folder_id) WHERE folder_id IS NOT NULL;

CREATE TABLE document_version (
    id IDENTITY,
    client_id INTEGER NOT NULL REFERENCES client (id),
    document_id INTEGER NOT NULL REFERENCES document (id),
    number INTEGER NOT NULL DEFAULT 1,    -- The highest is the current one.
    file_name TEXT,                       -- As it was called when it came.
    sha256 TEXT,                          -- Its bytes, in files/.
    size_bytes INTEGER NOT NULL DEFAULT 0,
    media_type TEXT,                      -- By content.
    created_at TEXT,
    created_by INTEGER REFERENCES user_account (id),
    created_by_contact_id INTEGER REFERENCES contact (id)
);
CREATE UNIQUE INDEX document_version_once ON document_version (document_id, number);
CREATE INDEX document_version_client ON document_version (client_id);

-- The documents of a timeline's event: it is told only to who sees them.
ALTER TABLE activity ADD COLUMN document_id INTEGER REFERENCES document (id);

-- Proof of reading: which contact saw which version, first and last. Outside the journal, reading changes nothing.
CREATE TABLE document_reading (
    version_id INTEGER NOT NULL REFERENCES document_version (id),
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    first_at TEXT NOT NULL,
    last_at TEXT NOT NULL,
    times INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (version_id, contact_id)
);

-- Outside the journal: bytes in the folder files/, named by their content, and files on their way there.
CREATE TABLE stored_file (
    sha256 TEXT PRIMARY KEY,              -- Hexadecimal; the name in files/.
    size_bytes INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    is_used INTEGER NOT NULL DEFAULT 0,   -- 1: a row of the journal names it; never removed again, undo may need it.
    created_at TEXT NOT NULL
);

CREATE TABLE upload (
    id TEXT PRIMARY KEY,                  -- Random; also the name of the unfinished file in uploads/.
    user_id INTEGER NOT NULL REFERENCES user_account (id),
    name TEXT NOT NULL,                   -- Of the file.
    size_bytes INTEGER NOT NULL,          -- As announced.
    wanted_sha256 TEXT,                   -- As announced, if so.
    sha256 TEXT REFERENCES stored_file (sha256),    -- Set when all is there and stored.
    touched_at TEXT NOT NULL              -- Forgotten a day after.
);
CREATE INDEX upload_user ON upload (user_id);
CREATE INDEX upload_age ON upload (touched_at);
