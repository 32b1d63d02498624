/**
 * The first schema. Participants' words live in `item.text` (and answers to closed questions in `attribute_value`) only;
 * everything else holds ids and UTF-16 offsets. Integer keys, STRICT tables, an index for every foreign key.
 */
export const initial = /* sql */ `
CREATE TABLE project (
  id INTEGER PRIMARY KEY CHECK (id = 1), title TEXT NOT NULL, display TEXT NOT NULL CHECK (display IN ('imported', 'numbered')), created_at TEXT NOT NULL
) STRICT;

CREATE TABLE import (
  id INTEGER PRIMARY KEY, file_name TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, plan TEXT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL
) STRICT;

-- label: the id in the file; number: order of arrival, for the display scheme P1, P2 …
CREATE TABLE participant (
  id INTEGER PRIMARY KEY, import_id INTEGER NOT NULL REFERENCES import, label TEXT NOT NULL, number INTEGER NOT NULL UNIQUE
) STRICT;
CREATE INDEX participant_import ON participant (import_id);

CREATE TABLE attribute (
  id INTEGER PRIMARY KEY, import_id INTEGER NOT NULL REFERENCES import, name TEXT NOT NULL, wording TEXT NOT NULL, position INTEGER NOT NULL
) STRICT;
CREATE INDEX attribute_import ON attribute (import_id);

CREATE TABLE attribute_value (
  id INTEGER PRIMARY KEY, participant_id INTEGER NOT NULL REFERENCES participant ON DELETE CASCADE,
  attribute_id INTEGER NOT NULL REFERENCES attribute ON DELETE CASCADE, value TEXT NOT NULL, UNIQUE (participant_id, attribute_id)
) STRICT;
CREATE INDEX attribute_value_attribute ON attribute_value (attribute_id);

CREATE TABLE question (
  id INTEGER PRIMARY KEY, import_id INTEGER NOT NULL REFERENCES import, column_name TEXT NOT NULL, short_name TEXT NOT NULL, wording TEXT NOT NULL, position INTEGER NOT NULL
) STRICT;
CREATE INDEX question_import ON question (import_id);

-- One participant's answer to one question; empty answers have no row. The text never changes.
CREATE TABLE item (
  id INTEGER PRIMARY KEY, question_id INTEGER NOT NULL REFERENCES question, participant_id INTEGER NOT NULL REFERENCES participant ON DELETE CASCADE,
  text TEXT NOT NULL CHECK (text <> ''), UNIQUE (question_id, participant_id)
) STRICT;
CREATE INDEX item_participant ON item (participant_id);
CREATE TRIGGER item_text_stays BEFORE UPDATE OF text ON item BEGIN SELECT RAISE(ABORT, 'the text of an answer never changes'); END;

-- A damaged place that the import repaired: where it stands now, and the characters before and after.
CREATE TABLE repair (
  id INTEGER PRIMARY KEY, item_id INTEGER NOT NULL REFERENCES item ON DELETE CASCADE, start INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL
) STRICT;
CREATE INDEX repair_item ON repair (item_id);

CREATE TABLE analysis (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL, status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'merged')),
  merged_into INTEGER REFERENCES analysis
) STRICT;
CREATE INDEX analysis_merged_into ON analysis (merged_into);

CREATE TABLE analysis_question (
  id INTEGER PRIMARY KEY, analysis_id INTEGER NOT NULL REFERENCES analysis ON DELETE CASCADE, question_id INTEGER NOT NULL REFERENCES question ON DELETE CASCADE,
  UNIQUE (analysis_id, question_id)
) STRICT;
CREATE INDEX analysis_question_question ON analysis_question (question_id);

-- A node of the tree. Codes and themes under one parent share one order (position).
CREATE TABLE theme (
  id INTEGER PRIMARY KEY, analysis_id INTEGER NOT NULL REFERENCES analysis, parent_id INTEGER REFERENCES theme,
  kind TEXT NOT NULL CHECK (kind IN ('group', 'overarching', 'theme')), name TEXT NOT NULL, concept TEXT NOT NULL DEFAULT '',
  definition TEXT NOT NULL DEFAULT '', excludes TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL,
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'merged', 'set-aside')), merged_into INTEGER REFERENCES theme, reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX theme_analysis ON theme (analysis_id);
CREATE INDEX theme_parent ON theme (parent_id);
CREATE INDEX theme_merged_into ON theme (merged_into);

CREATE TABLE code (
  id INTEGER PRIMARY KEY, analysis_id INTEGER NOT NULL REFERENCES analysis, theme_id INTEGER REFERENCES theme,
  tray TEXT NOT NULL DEFAULT 'unplaced' CHECK (tray IN ('unplaced', 'miscellaneous')), name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('semantic', 'latent', 'undecided')), ink INTEGER NOT NULL CHECK (ink BETWEEN 1 AND 12), definition TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL, status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'merged', 'set-aside')),
  merged_into INTEGER REFERENCES code, reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX code_analysis ON code (analysis_id);
CREATE INDEX code_theme ON code (theme_id);
CREATE INDEX code_merged_into ON code (merged_into);

-- participant_id repeats the item's, for fast counts of people; integrity checks that they agree.
-- from_code_id: the code the researcher gave, where a merge moved the coding.
CREATE TABLE coding (
  id INTEGER PRIMARY KEY, code_id INTEGER NOT NULL REFERENCES code, item_id INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
  start INTEGER NOT NULL CHECK (start >= 0), "end" INTEGER NOT NULL, participant_id INTEGER NOT NULL REFERENCES participant ON DELETE CASCADE,
  from_code_id INTEGER REFERENCES code, note TEXT NOT NULL DEFAULT '', at TEXT NOT NULL, actor TEXT NOT NULL, CHECK ("end" > start)
) STRICT;
CREATE INDEX coding_code ON coding (code_id, participant_id, item_id, start, "end");
CREATE INDEX coding_item ON coding (item_id, code_id);
CREATE INDEX coding_participant ON coding (participant_id);
CREATE INDEX coding_from_code ON coding (from_code_id);

-- Nothing to code here: this answer was examined in that analysis and left without a code on purpose.
CREATE TABLE examined (
  id INTEGER PRIMARY KEY, analysis_id INTEGER NOT NULL REFERENCES analysis ON DELETE CASCADE, item_id INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
  at TEXT NOT NULL, actor TEXT NOT NULL, UNIQUE (analysis_id, item_id)
) STRICT;
CREATE INDEX examined_item ON examined (item_id);

-- A loose end that stays on purpose: a code that is used once or not at all, or whose name is nearly that of another.
CREATE TABLE kept_loose_end (
  id INTEGER PRIMARY KEY, code_id INTEGER NOT NULL REFERENCES code ON DELETE CASCADE, kind TEXT NOT NULL CHECK (kind IN ('single', 'unused', 'twin')),
  other_id INTEGER REFERENCES code ON DELETE CASCADE, reason TEXT NOT NULL CHECK (reason <> ''), at TEXT NOT NULL, actor TEXT NOT NULL, CHECK ((kind = 'twin') = (other_id IS NOT NULL))
) STRICT;
CREATE INDEX kept_loose_end_code ON kept_loose_end (code_id, kind);
CREATE INDEX kept_loose_end_other ON kept_loose_end (other_id);

-- Familiarising. One sitting of one researcher: readings with no longer pause than half an hour between them.
CREATE TABLE reading_session (
  id INTEGER PRIMARY KEY, started_at TEXT NOT NULL, ended_at TEXT NOT NULL, actor TEXT NOT NULL, CHECK (ended_at >= started_at)
) STRICT;

-- This answer was read in that sitting. Reading it again another day is another row; an answer without a row is unread.
CREATE TABLE reading (
  id INTEGER PRIMARY KEY, item_id INTEGER NOT NULL REFERENCES item ON DELETE CASCADE, session_id INTEGER NOT NULL REFERENCES reading_session ON DELETE CASCADE,
  at TEXT NOT NULL, UNIQUE (item_id, session_id)
) STRICT;
CREATE INDEX reading_session_of ON reading (session_id);

-- What struck the researcher at a stretch of an answer (or at all of it), before any coding.
CREATE TABLE noticing (
  id INTEGER PRIMARY KEY, item_id INTEGER NOT NULL REFERENCES item ON DELETE CASCADE, start INTEGER NOT NULL CHECK (start >= 0), "end" INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''), at TEXT NOT NULL, actor TEXT NOT NULL, CHECK ("end" > start)
) STRICT;
CREATE INDEX noticing_item ON noticing (item_id);

-- First impressions of all answers to a question.
CREATE TABLE memo (
  id INTEGER PRIMARY KEY, question_id INTEGER NOT NULL UNIQUE REFERENCES question ON DELETE CASCADE, text TEXT NOT NULL CHECK (text <> ''), at TEXT NOT NULL, actor TEXT NOT NULL
) STRICT;

-- target_id and source_id name a code, a theme or an analysis, as kind says; names are those at the time.
CREATE TABLE merge (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('code', 'theme', 'analysis')), analysis_id INTEGER NOT NULL REFERENCES analysis,
  target_id INTEGER NOT NULL, target_name TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL,
  moved INTEGER NOT NULL, duplicates INTEGER NOT NULL, review TEXT NOT NULL DEFAULT 'none' CHECK (review IN ('none', 'asked', 'agreed', 'change'))
) STRICT;
CREATE INDEX merge_analysis ON merge (analysis_id);

CREATE TABLE merge_source (
  id INTEGER PRIMARY KEY, merge_id INTEGER NOT NULL REFERENCES merge ON DELETE CASCADE, source_id INTEGER NOT NULL, name TEXT NOT NULL, moved INTEGER NOT NULL, duplicates INTEGER NOT NULL
) STRICT;
CREATE INDEX merge_source_merge ON merge_source (merge_id);

CREATE TABLE milestone (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, picture TEXT NOT NULL
) STRICT;

CREATE TABLE diary_entry (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL,
  trigger TEXT NOT NULL CHECK (trigger IN ('moved', 'puzzled', 'decision', 'assumption', 'positionality', 'other')), text TEXT NOT NULL, context TEXT NOT NULL,
  to_discuss INTEGER NOT NULL CHECK (to_discuss IN (0, 1)), discussed_with TEXT NOT NULL DEFAULT '', discussed_on TEXT NOT NULL DEFAULT '', outcome TEXT NOT NULL DEFAULT '',
  in_report INTEGER NOT NULL CHECK (in_report IN (0, 1))
) STRICT;

-- target_id names a row of the table that kind says (an extract: an item, with offsets).
CREATE TABLE diary_link (
  id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES diary_entry ON DELETE CASCADE, kind TEXT NOT NULL, target_id INTEGER NOT NULL,
  start INTEGER NOT NULL DEFAULT 0, "end" INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX diary_link_entry ON diary_link (entry_id);

CREATE TABLE map (
  id INTEGER PRIMARY KEY, analysis_id INTEGER NOT NULL UNIQUE REFERENCES analysis ON DELETE CASCADE,
  layout TEXT NOT NULL CHECK (layout IN ('radial', 'tree', 'hand')), relations_shown INTEGER NOT NULL CHECK (relations_shown IN (0, 1))
) STRICT;

-- x, y: centre in whole pixels, or null where the layout decides.
CREATE TABLE map_node (
  id INTEGER PRIMARY KEY, map_id INTEGER NOT NULL REFERENCES map ON DELETE CASCADE, theme_id INTEGER NOT NULL REFERENCES theme ON DELETE CASCADE,
  x INTEGER, y INTEGER, codes_shown INTEGER NOT NULL DEFAULT 0 CHECK (codes_shown IN (0, 1)), UNIQUE (map_id, theme_id)
) STRICT;
CREATE INDEX map_node_theme ON map_node (theme_id);

CREATE TABLE map_relation (
  id INTEGER PRIMARY KEY, map_id INTEGER NOT NULL REFERENCES map ON DELETE CASCADE, from_theme_id INTEGER NOT NULL REFERENCES theme ON DELETE CASCADE,
  to_theme_id INTEGER NOT NULL REFERENCES theme ON DELETE CASCADE, label TEXT NOT NULL, direction TEXT NOT NULL CHECK (direction IN ('one', 'both', 'none')),
  CHECK (from_theme_id <> to_theme_id)
) STRICT;
CREATE INDEX map_relation_map ON map_relation (map_id);
CREATE INDEX map_relation_from ON map_relation (from_theme_id);
CREATE INDEX map_relation_to ON map_relation (to_theme_id);

CREATE TABLE map_version (
  id INTEGER PRIMARY KEY, map_id INTEGER NOT NULL REFERENCES map ON DELETE CASCADE, name TEXT NOT NULL, at TEXT NOT NULL, picture TEXT NOT NULL
) STRICT;
CREATE INDEX map_version_map ON map_version (map_id);

-- Untracked: frozen structures and maps, addressed by the SHA-256 of their JSON. Ids, offsets and the researcher's names only.
CREATE TABLE picture (hash TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;

-- The history.
CREATE TABLE operation (
  id INTEGER PRIMARY KEY, command TEXT NOT NULL, label TEXT NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL,
  record TEXT NOT NULL CHECK (record IN ('rows', 'bulk', 'none')), state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'abandoned', 'sealed')),
  reverts INTEGER REFERENCES operation
) STRICT;
CREATE INDEX operation_state ON operation (state, id);
CREATE INDEX operation_reverts ON operation (reverts);

-- Row images as JSON: before is null for an insert, after is null for a delete.
CREATE TABLE change (
  seq INTEGER PRIMARY KEY, operation_id INTEGER NOT NULL REFERENCES operation, tbl TEXT NOT NULL, row_id INTEGER NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE INDEX change_operation ON change (operation_id);

-- What a bulk operation inserted: ids from first to last.
CREATE TABLE bulk (
  id INTEGER PRIMARY KEY, operation_id INTEGER NOT NULL REFERENCES operation, tbl TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL
) STRICT;
CREATE INDEX bulk_operation ON bulk (operation_id);
`;
