-- Proof of reading for what is not a document (X-15). Outside the journal: reading changes nothing.

-- Who opened which file of a deliverable. No foreign key to the version: versions may go.
CREATE TABLE deliverable_reading (
    version_id INTEGER NOT NULL,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    first_at TEXT NOT NULL,
    last_at TEXT NOT NULL,
    times INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (version_id, contact_id)
);

-- Each time a contact's mark moved (message_reading has the last): a message was read at the first
-- mark that stands at it or after it.
CREATE TABLE message_mark (
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    client_id INTEGER NOT NULL REFERENCES client (id),
    project_id INTEGER NOT NULL DEFAULT 0,          -- 0: about no project.
    message_id INTEGER NOT NULL,
    read_at TEXT NOT NULL,
    PRIMARY KEY (contact_id, client_id, project_id, message_id)
);
INSERT INTO message_mark (contact_id, client_id, project_id, message_id, read_at)
    SELECT contact_id, client_id, project_id, message_id, read_at FROM message_reading;
