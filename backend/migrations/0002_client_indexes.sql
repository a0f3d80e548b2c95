-- Indexes that lists, imports and the start of the server count on.

-- The latest event of every client is read from this index alone, without the table.
DROP INDEX activity_client;
CREATE INDEX activity_client ON activity (client_id, happened_at, kind);

-- References differ by more than case.
DROP INDEX client_reference;
CREATE UNIQUE INDEX client_reference ON client (lower(reference)) WHERE reference IS NOT NULL;

-- A contact has one place at each client.
DROP INDEX client_contact_client;
CREATE UNIQUE INDEX client_contact_once ON client_contact (client_id, contact_id);

-- Imports match on it in any case.
DROP INDEX client_email;
CREATE INDEX client_email ON client (lower(email)) WHERE email IS NOT NULL;

-- A client's references in use: words are cleared before they are deleted.
CREATE INDEX client_sector ON client (sector_id) WHERE sector_id IS NOT NULL;
CREATE INDEX client_size ON client (size_id) WHERE size_id IS NOT NULL;
DROP INDEX contact_email;
CREATE INDEX contact_email ON contact (lower(email)) WHERE email IS NOT NULL;
CREATE INDEX client_previous_reference ON client (lower(previous_reference)) WHERE previous_reference IS NOT NULL;
