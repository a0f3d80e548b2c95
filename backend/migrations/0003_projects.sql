-- Projects in full: milestones, tasks, deliverables with their versions and the answers to them.

ALTER TABLE project ADD COLUMN progress_mode TEXT;            -- manual (also NULL), tasks.
ALTER TABLE project ADD COLUMN is_portal_visible INTEGER NOT NULL DEFAULT 1;
ALTER TABLE project ADD COLUMN summary TEXT;                  -- For the client.

CREATE TABLE milestone (
    id IDENTITY,
    client_id INTEGER NOT NULL REFERENCES client (id),        -- That of its project, as in all below.
    project_id INTEGER NOT NULL REFERENCES project (id),
    name TEXT,
    due_on TEXT,                          -- Day.
    is_done INTEGER NOT NULL DEFAULT 0,
    done_at TEXT
);
CREATE INDEX milestone_project ON milestone (project_id);
CREATE INDEX milestone_client ON milestone (client_id);

CREATE TABLE project_task (
    id IDENTITY,
    client_id INTEGER NOT NULL REFERENCES client (id),
    project_id INTEGER NOT NULL REFERENCES project (id),
    name TEXT,
    notes TEXT,                           -- The team's own.
    assignee_id INTEGER REFERENCES user_account (id),
    due_on TEXT,                          -- Day.
    is_done INTEGER NOT NULL DEFAULT 0,
    done_at TEXT,
    visibility TEXT,                      -- internal, shared.
    position INTEGER NOT NULL DEFAULT 0,  -- Order within the project, with gaps.
    created_at TEXT,
    created_by INTEGER REFERENCES user_account (id)
);
CREATE INDEX project_task_project ON project_task (project_id, position);
CREATE INDEX project_task_client ON project_task (client_id);

CREATE TABLE deliverable (
    id IDENTITY,
    client_id INTEGER NOT NULL REFERENCES client (id),
    project_id INTEGER NOT NULL REFERENCES project (id),
    name TEXT,
    description TEXT,                     -- For the client.
    state TEXT,                           -- preparing, to_approve, approved, changes_requested.
    created_at TEXT,
    created_by INTEGER REFERENCES user_account (id)
);
CREATE INDEX deliverable_project ON deliverable (project_id);
CREATE INDEX deliverable_client ON deliverable (client_id);

CREATE TABLE deliverable_version (
    id IDENTITY,
    client_id INTEGER NOT NULL REFERENCES client (id),
    deliverable_id INTEGER NOT NULL REFERENCES deliverable (id),
    number INTEGER NOT NULL,              -- 1, 2, 3 within the deliverable.
    file_name TEXT,
    sha256 TEXT,                          -- Where the file is stored.
    size_bytes INTEGER NOT NULL DEFAULT 0,
    media_type TEXT,                      -- By content.
    note TEXT,                            -- What changed, for the client.
    created_at TEXT,
    created_by INTEGER REFERENCES user_account (id)
);
CREATE UNIQUE INDEX deliverable_version_number ON deliverable_version (deliverable_id, number);
CREATE INDEX deliverable_version_client ON deliverable_version (client_id);
CREATE INDEX deliverable_version_file ON deliverable_version (sha256);

CREATE TABLE approval (
    id IDENTITY,
    client_id INTEGER NOT NULL REFERENCES client (id),
    deliverable_id INTEGER NOT NULL REFERENCES deliverable (id),
    version_id INTEGER NOT NULL REFERENCES deliverable_version (id),
    decision TEXT,                        -- approved, changes_requested.
    comment TEXT,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    decided_at TEXT,
    sha256 TEXT                           -- Of the file as it was answered.
);
CREATE UNIQUE INDEX approval_once ON approval (version_id);   -- The first answer to a version stands.
CREATE INDEX approval_deliverable ON approval (deliverable_id);
CREATE INDEX approval_client ON approval (client_id);
CREATE INDEX approval_contact ON approval (contact_id);
