-- Contacts add files in the portal, and the server keeps what they have read of the messages.

CREATE TABLE upload_of_either (
    id TEXT PRIMARY KEY,                  -- Random; also the name of the unfinished file in uploads/.
    user_id INTEGER REFERENCES user_account (id),   -- Either a person of the team
    contact_id INTEGER REFERENCES contact (id),     -- or a contact in the portal.
    name TEXT NOT NULL,                   -- Of the file.
    size_bytes INTEGER NOT NULL,          -- As announced.
    wanted_sha256 TEXT,                   -- As announced, if so.
    sha256 TEXT REFERENCES stored_file (sha256),    -- Set when all is there and stored.
    touched_at TEXT NOT NULL              -- Forgotten a day after.
);
INSERT INTO upload_of_either (id, user_id, name, size_bytes, wanted_sha256, sha256, touched_at)
    SELECT id, user_id, name, size_bytes, wanted_sha256, sha256, touched_at FROM upload;
DROP TABLE upload;
ALTER TABLE upload_of_either RENAME TO upload;
CREATE INDEX upload_user ON upload (user_id);
CREATE INDEX upload_contact ON upload (contact_id);
CREATE INDEX upload_age ON upload (touched_at);

-- Up to where a contact has read each conversation. Outside the journal, reading changes nothing.
CREATE TABLE message_reading (
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    client_id INTEGER NOT NULL REFERENCES client (id),
    project_id INTEGER NOT NULL DEFAULT 0,          -- 0: about no project.
    message_id INTEGER NOT NULL,          -- The latest one read; no foreign key, messages may go.
    read_at TEXT NOT NULL,
    PRIMARY KEY (contact_id, client_id, project_id)
);
