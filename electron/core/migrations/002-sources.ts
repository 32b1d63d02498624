/**
 * Where words come from, for life: documents beside participants, later waves beside the first, other numberings as
 * aliases, masks over identifiers, and what an import was told about its questions.
 *
 * An item is an answer of a participant or a part of a document; a document has no participant, so counts of people pass
 * it over by themselves. An answer that a later wave changed stands beside the earlier one as another version.
 */
export const sources = /* sql */ `
CREATE TABLE alias_scheme (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, at TEXT NOT NULL, actor TEXT NOT NULL
) STRICT;

-- school: which thematic analysis the project declares; empty: not said yet.
-- display: imported, numbered, custom (display_pattern, in which {} stands for the number), alias (display_scheme_id).
CREATE TABLE project_2 (
  id INTEGER PRIMARY KEY CHECK (id = 1), title TEXT NOT NULL, display TEXT NOT NULL CHECK (display IN ('imported', 'numbered', 'custom', 'alias')),
  display_pattern TEXT NOT NULL DEFAULT '', display_scheme_id INTEGER REFERENCES alias_scheme,
  school TEXT NOT NULL DEFAULT '' CHECK (school IN ('', 'reflexive', 'codebook', 'reliability')), created_at TEXT NOT NULL
) STRICT;
INSERT INTO project_2 (id, title, display, created_at) SELECT id, title, display, created_at FROM project;
DROP TABLE project;
ALTER TABLE project_2 RENAME TO project;
CREATE INDEX project_display_scheme ON project (display_scheme_id);

-- A participant's number in another scheme; the participant itself never changes.
CREATE TABLE alias (
  id INTEGER PRIMARY KEY, participant_id INTEGER NOT NULL REFERENCES participant ON DELETE CASCADE,
  scheme_id INTEGER NOT NULL REFERENCES alias_scheme ON DELETE CASCADE, label TEXT NOT NULL CHECK (label <> ''), UNIQUE (scheme_id, participant_id)
) STRICT;
CREATE INDEX alias_participant ON alias (participant_id);

CREATE TABLE document (
  id INTEGER PRIMARY KEY, import_id INTEGER NOT NULL REFERENCES import, title TEXT NOT NULL, position INTEGER NOT NULL
) STRICT;
CREATE INDEX document_import ON document (import_id);

-- kind documents: a collection of documents, read and coded like the answers to a question.
-- matrix: the stem that the rows of one grid share. asked: who could answer, as JSON {"attributeId", "values"}; empty: everyone.
-- closed_id: the closed question that this one belongs to, and how: the “other” that its options leave open, or the reason for a rating.
ALTER TABLE question ADD COLUMN kind TEXT NOT NULL DEFAULT 'survey' CHECK (kind IN ('survey', 'documents'));
ALTER TABLE question ADD COLUMN matrix TEXT NOT NULL DEFAULT '';
ALTER TABLE question ADD COLUMN asked TEXT NOT NULL DEFAULT '';
ALTER TABLE question ADD COLUMN closed_id INTEGER REFERENCES attribute ON DELETE SET NULL;
ALTER TABLE question ADD COLUMN tie TEXT NOT NULL DEFAULT '' CHECK (tie IN ('', 'other', 'comment'));
CREATE INDEX question_closed ON question (closed_id);

CREATE TABLE attribute_value_2 (
  id INTEGER PRIMARY KEY, participant_id INTEGER NOT NULL REFERENCES participant ON DELETE CASCADE,
  attribute_id INTEGER NOT NULL REFERENCES attribute ON DELETE CASCADE, import_id INTEGER NOT NULL REFERENCES import, value TEXT NOT NULL, UNIQUE (participant_id, attribute_id)
) STRICT;
INSERT INTO attribute_value_2 (id, participant_id, attribute_id, import_id, value)
  SELECT v.id, participant_id, attribute_id, import_id, value FROM attribute_value v JOIN attribute ON attribute.id = attribute_id;
DROP TABLE attribute_value;
ALTER TABLE attribute_value_2 RENAME TO attribute_value;
CREATE INDEX attribute_value_attribute ON attribute_value (attribute_id);

-- One participant's answer to one question, or one part of a document under its heading. The text changes under a mask only.
-- import_id has no index, in either table: it is looked for when an import is deleted, and would slow every import.
CREATE TABLE item_2 (
  id INTEGER PRIMARY KEY, question_id INTEGER NOT NULL REFERENCES question, participant_id INTEGER REFERENCES participant ON DELETE CASCADE,
  document_id INTEGER REFERENCES document ON DELETE CASCADE, import_id INTEGER NOT NULL REFERENCES import, version INTEGER NOT NULL DEFAULT 1,
  part INTEGER NOT NULL DEFAULT 1, heading TEXT NOT NULL DEFAULT '', text TEXT NOT NULL CHECK (text <> ''),
  UNIQUE (question_id, participant_id, version), CHECK ((participant_id IS NULL) <> (document_id IS NULL))
) STRICT;
INSERT INTO item_2 (id, question_id, participant_id, import_id, text)
  SELECT item.id, question_id, participant_id, import_id, text FROM item JOIN question ON question.id = question_id;
DROP TABLE item;
ALTER TABLE item_2 RENAME TO item;
CREATE INDEX item_participant ON item (participant_id);
CREATE UNIQUE INDEX item_document ON item (document_id, part) WHERE document_id IS NOT NULL;
CREATE TRIGGER item_text_stays BEFORE UPDATE OF text ON item BEGIN SELECT RAISE(ABORT, 'the text of an answer never changes'); END;

CREATE TABLE coding_2 (
  id INTEGER PRIMARY KEY, code_id INTEGER NOT NULL REFERENCES code, item_id INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
  start INTEGER NOT NULL CHECK (start >= 0), "end" INTEGER NOT NULL, participant_id INTEGER REFERENCES participant ON DELETE CASCADE,
  from_code_id INTEGER REFERENCES code, note TEXT NOT NULL DEFAULT '', at TEXT NOT NULL, actor TEXT NOT NULL, CHECK ("end" > start)
) STRICT;
INSERT INTO coding_2 SELECT id, code_id, item_id, start, "end", participant_id, from_code_id, note, at, actor FROM coding;
DROP TABLE coding;
ALTER TABLE coding_2 RENAME TO coding;
CREATE INDEX coding_code ON coding (code_id, participant_id, item_id, start, "end");
CREATE INDEX coding_item ON coding (item_id, code_id);
CREATE INDEX coding_participant ON coding (participant_id);
CREATE INDEX coding_from_code ON coding (from_code_id);

-- Words that were overwritten, and what is shown in their place. The words themselves are nowhere.
CREATE TABLE mask (
  id INTEGER PRIMARY KEY, item_id INTEGER NOT NULL REFERENCES item ON DELETE CASCADE, start INTEGER NOT NULL CHECK (start >= 0), "end" INTEGER NOT NULL,
  label TEXT NOT NULL CHECK (label <> ''), at TEXT NOT NULL, actor TEXT NOT NULL, CHECK ("end" > start)
) STRICT;
CREATE INDEX mask_item ON mask (item_id);

-- A place that looked like an identifier and was kept as it is, on purpose.
CREATE TABLE kept_identifier (
  id INTEGER PRIMARY KEY, item_id INTEGER NOT NULL REFERENCES item ON DELETE CASCADE, start INTEGER NOT NULL CHECK (start >= 0), "end" INTEGER NOT NULL,
  kind TEXT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, CHECK ("end" > start), UNIQUE (item_id, start, "end")
) STRICT;

-- A loose end that stays on purpose: a code used once, not at all or not for long, or named nearly as another; or answers to a question never opened.
CREATE TABLE kept_loose_end_2 (
  id INTEGER PRIMARY KEY, code_id INTEGER REFERENCES code ON DELETE CASCADE, kind TEXT NOT NULL CHECK (kind IN ('single', 'unused', 'stale', 'twin', 'unopened')),
  other_id INTEGER REFERENCES code ON DELETE CASCADE, question_id INTEGER REFERENCES question ON DELETE CASCADE, reason TEXT NOT NULL CHECK (reason <> ''),
  at TEXT NOT NULL, actor TEXT NOT NULL, CHECK ((kind = 'twin') = (other_id IS NOT NULL)), CHECK ((kind = 'unopened') = (question_id IS NOT NULL)), CHECK ((kind = 'unopened') = (code_id IS NULL))
) STRICT;
INSERT INTO kept_loose_end_2 (id, code_id, kind, other_id, reason, at, actor) SELECT id, code_id, kind, other_id, reason, at, actor FROM kept_loose_end;
DROP TABLE kept_loose_end;
ALTER TABLE kept_loose_end_2 RENAME TO kept_loose_end;
CREATE INDEX kept_loose_end_code ON kept_loose_end (code_id, kind);
CREATE INDEX kept_loose_end_other ON kept_loose_end (other_id);
CREATE INDEX kept_loose_end_question ON kept_loose_end (question_id);

CREATE TABLE operation_2 (
  id INTEGER PRIMARY KEY, command TEXT NOT NULL, label TEXT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL,
  record TEXT NOT NULL CHECK (record IN ('rows', 'bulk', 'none', 'final')), state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'abandoned', 'sealed')),
  reverts INTEGER REFERENCES operation
) STRICT;
INSERT INTO operation_2 SELECT id, command, label, at, actor, record, state, reverts FROM operation;
DROP TABLE operation;
ALTER TABLE operation_2 RENAME TO operation;
CREATE INDEX operation_state ON operation (state, id);
CREATE INDEX operation_reverts ON operation (reverts);

-- How files of one kind are read: the plan that inspect prints, under a name.
CREATE TABLE saved_plan (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, plan TEXT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL
) STRICT;
`;
