CREATE TABLE "case_catalogue" (
	"id" text PRIMARY KEY NOT NULL,
	"stamp" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_sources" (
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"language" text NOT NULL,
	"markdown" text NOT NULL,
	"revision" integer NOT NULL,
	"saved_by_id" text,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "case_sources_slug_version_language_pk" PRIMARY KEY("slug","version","language")
);
--> statement-breakpoint
CREATE TABLE "case_versions" (
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"revision" integer NOT NULL,
	"fault_count" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"approved_revision" integer,
	"approved_by_id" text,
	"approved_at" bigint,
	"published_at" bigint,
	CONSTRAINT "case_versions_slug_version_pk" PRIMARY KEY("slug","version")
);
--> statement-breakpoint
CREATE TABLE "case_writers" (
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"person_id" text NOT NULL,
	CONSTRAINT "case_writers_slug_version_person_id_pk" PRIMARY KEY("slug","version","person_id")
);
--> statement-breakpoint
CREATE TABLE "group_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"question_id" text NOT NULL,
	"round" integer NOT NULL,
	"group_number" integer NOT NULL,
	"words" text NOT NULL,
	"choice" integer,
	"version" integer NOT NULL,
	"is_about_nav" boolean DEFAULT false NOT NULL,
	"is_sent_to_nav" boolean DEFAULT false NOT NULL,
	"may_share" boolean DEFAULT false NOT NULL,
	"approved_by_id" text,
	"cluster_id" text,
	"party" text
);
--> statement-breakpoint
CREATE TABLE "group_clusters" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"question_id" text NOT NULL,
	"round" integer NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_devices" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"group_number" integer NOT NULL,
	"number" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_groups" (
	"session_id" text NOT NULL,
	"number" integer NOT NULL,
	"size" integer,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "group_groups_session_id_number_pk" PRIMARY KEY("session_id","number")
);
--> statement-breakpoint
CREATE TABLE "group_questions" (
	"session_id" text NOT NULL,
	"question_id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"is_about_nav" boolean NOT NULL,
	"wording" jsonb NOT NULL,
	CONSTRAINT "group_questions_session_id_question_id_pk" PRIMARY KEY("session_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "group_rounds" (
	"session_id" text NOT NULL,
	"question_id" text NOT NULL,
	"round" integer NOT NULL,
	"opened_at" bigint NOT NULL,
	"ends_at" bigint,
	"closed_at" bigint,
	"revealed_at" bigint,
	CONSTRAINT "group_rounds_session_id_question_id_round_pk" PRIMARY KEY("session_id","question_id","round")
);
--> statement-breakpoint
CREATE TABLE "group_saves" (
	"id" text PRIMARY KEY NOT NULL,
	"answer_id" text NOT NULL,
	"version" integer NOT NULL,
	"words" text NOT NULL,
	"choice" integer,
	"outcome" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"gathering_id" text NOT NULL,
	"case_slug" text NOT NULL,
	"case_version" integer NOT NULL,
	"case_title" jsonb NOT NULL,
	"code" text,
	"version" integer DEFAULT 0 NOT NULL,
	"staff_version" integer DEFAULT 0 NOT NULL,
	"opened_by_id" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"ended_at" bigint,
	"cleared_at" bigint
);
--> statement-breakpoint
CREATE TABLE "written_cases" (
	"slug" text PRIMARY KEY NOT NULL,
	"created_at" bigint NOT NULL,
	"published_version" integer,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "black_outs" (
	"id" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"from" text collate "C" NOT NULL,
	"to" text collate "C" NOT NULL,
	"words" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "half_years" (
	"network_id" text NOT NULL,
	"half" text collate "C" NOT NULL,
	"gatherings" integer NOT NULL,
	"exchanges" integer NOT NULL,
	"invited" integer NOT NULL,
	"answered" integer NOT NULL,
	"listed" integer NOT NULL,
	"attended" integer NOT NULL,
	"mentors" integer NOT NULL,
	"workplaces" integer NOT NULL,
	"office_staff" integer NOT NULL,
	"centre_staff" integer NOT NULL,
	"trades" jsonb NOT NULL,
	"wishes" integer NOT NULL,
	"wishes_taken" integer NOT NULL,
	"professional_minutes" integer NOT NULL,
	"dialogue_minutes" integer NOT NULL,
	"counted_on" text collate "C" NOT NULL,
	CONSTRAINT "half_years_network_id_half_pk" PRIMARY KEY("network_id","half")
);
--> statement-breakpoint
CREATE TABLE "minute_actions" (
	"id" text PRIMARY KEY NOT NULL,
	"gathering_id" text NOT NULL,
	"network_id" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"words" text NOT NULL,
	"responsible_id" text,
	"responsible" text,
	"due_on" text collate "C",
	"done_on" text collate "C",
	"version" integer DEFAULT 1 NOT NULL,
	"changed_by_id" text,
	"corrected_at" bigint
);
--> statement-breakpoint
CREATE TABLE "minute_feedback" (
	"minute_item_id" text NOT NULL,
	"line_key" text NOT NULL,
	"feedback_id" text NOT NULL,
	CONSTRAINT "minute_feedback_minute_item_id_line_key_pk" PRIMARY KEY("minute_item_id","line_key")
);
--> statement-breakpoint
CREATE TABLE "minute_items" (
	"id" text PRIMARY KEY NOT NULL,
	"gathering_id" text NOT NULL,
	"agenda_item_id" text,
	"position" integer NOT NULL,
	"heading" text NOT NULL,
	"words" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_by_id" text,
	"corrected_at" bigint
);
--> statement-breakpoint
CREATE TABLE "minutes" (
	"gathering_id" text PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"by_id" text NOT NULL,
	"at" bigint NOT NULL,
	"link_version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tries" (
	"id" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"person_id" text NOT NULL,
	"words" text NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"noted_on" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coupling_half_years" (
	"network_id" text NOT NULL,
	"half_year" text collate "C" NOT NULL,
	"counts" jsonb NOT NULL,
	"counted_on" text collate "C" NOT NULL,
	CONSTRAINT "coupling_half_years_network_id_half_year_pk" PRIMARY KEY("network_id","half_year")
);
--> statement-breakpoint
CREATE TABLE "news_told" (
	"person_id" text PRIMARY KEY NOT NULL,
	"up_to" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practice_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"decision_id" text NOT NULL,
	"words" text NOT NULL,
	"link" text,
	"recorded_by_id" text NOT NULL,
	"recorded_on" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sealed_feedback" (
	"network_id" text NOT NULL,
	"opens_on" text collate "C" NOT NULL,
	"sealed" text NOT NULL,
	CONSTRAINT "sealed_feedback_network_id_opens_on_pk" PRIMARY KEY("network_id","opens_on")
);
--> statement-breakpoint
CREATE TABLE "agreement_letters" (
	"id" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"workplace_id" text NOT NULL,
	"sent_by_id" text NOT NULL,
	"sent_on" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counsellor_links" (
	"network_id" text NOT NULL,
	"mentor_id" text NOT NULL,
	"counsellor_id" text NOT NULL,
	"since" text collate "C" NOT NULL,
	CONSTRAINT "counsellor_links_network_id_mentor_id_counsellor_id_pk" PRIMARY KEY("network_id","mentor_id","counsellor_id")
);
--> statement-breakpoint
CREATE TABLE "employer_contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"workplace_id" text NOT NULL,
	"name" text NOT NULL,
	"sort_key" text collate "C" NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"language" text DEFAULT 'nb' NOT NULL,
	"since" text collate "C" NOT NULL,
	"until" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "ring_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"section" text NOT NULL,
	"position" integer NOT NULL,
	"label" text NOT NULL,
	"phone" text NOT NULL,
	"note" text,
	"deputy_name" text,
	"deputy_phone" text
);
--> statement-breakpoint
CREATE TABLE "topic_votes" (
	"topic_id" text NOT NULL,
	"person_id" text NOT NULL,
	CONSTRAINT "topic_votes_topic_id_person_id_pk" PRIMARY KEY("topic_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"id" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"words" text NOT NULL,
	"source" text NOT NULL,
	"proposed_by_id" text,
	"proposed_on" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "acceptances" (
	"person_id" text NOT NULL,
	"version" text NOT NULL,
	"accepted_at" bigint NOT NULL,
	CONSTRAINT "acceptances_person_id_version_pk" PRIMARY KEY("person_id","version")
);
--> statement-breakpoint
CREATE TABLE "address_changes" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"address" text NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ask_again_consents" (
	"person_id" text PRIMARY KEY NOT NULL,
	"given_on" text collate "C" NOT NULL,
	"expires_on" text collate "C" NOT NULL,
	"recorded_by_id" text
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"by_id" text,
	"event" text NOT NULL,
	"thing_id" text DEFAULT '' NOT NULL,
	"on_date" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_statuses" (
	"person_id" text NOT NULL,
	"since" text collate "C" NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "person_statuses_person_id_since_pk" PRIMARY KEY("person_id","since")
);
--> statement-breakpoint
CREATE TABLE "person_words" (
	"word" text collate "C" NOT NULL,
	"person_id" text NOT NULL,
	CONSTRAINT "person_words_word_person_id_pk" PRIMARY KEY("word","person_id")
);
--> statement-breakpoint
CREATE TABLE "staff_identities" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" text NOT NULL,
	"linked_at" bigint NOT NULL,
	CONSTRAINT "staff_identities_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "staff_sign_ins" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"nonce" text NOT NULL,
	"code_verifier" text NOT NULL,
	"leads_to" text NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workplace_words" (
	"word" text collate "C" NOT NULL,
	"workplace_id" text NOT NULL,
	CONSTRAINT "workplace_words_word_workplace_id_pk" PRIMARY KEY("word","workplace_id")
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"night" text collate "C" PRIMARY KEY NOT NULL,
	"started_at" bigint NOT NULL,
	"claimed_until" bigint NOT NULL,
	"ended_at" bigint,
	"is_stopped" boolean DEFAULT false NOT NULL,
	"counts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_blocks" (
	"import_id" text NOT NULL,
	"first" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"lines" jsonb NOT NULL,
	CONSTRAINT "import_blocks_import_id_first_pk" PRIMARY KEY("import_id","first")
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" text NOT NULL,
	"line" integer NOT NULL,
	"state" text NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"sort_key" text collate "C" NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"phone" text,
	"language" text NOT NULL,
	"roles" text NOT NULL,
	"status" text NOT NULL,
	"job_title" text,
	"network_id" text,
	"unit_id" text,
	"workplace_id" text,
	"faults" jsonb NOT NULL,
	CONSTRAINT "import_rows_import_id_line_pk" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
CREATE TABLE "import_workplaces" (
	"import_id" text NOT NULL,
	"sort_key" text collate "C" NOT NULL,
	"workplace_id" text NOT NULL,
	"name" text NOT NULL,
	"trade" text NOT NULL,
	"size" text NOT NULL,
	"municipality" text NOT NULL,
	CONSTRAINT "import_workplaces_import_id_sort_key_pk" PRIMARY KEY("import_id","sort_key")
);
--> statement-breakpoint
CREATE TABLE "imported_persons" (
	"import_id" text NOT NULL,
	"person_id" text NOT NULL,
	"what" text NOT NULL,
	"network_id" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "imported_persons_import_id_what_person_id_network_id_role_pk" PRIMARY KEY("import_id","what","person_id","network_id","role")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"by_id" text NOT NULL,
	"network_id" text,
	"state" text NOT NULL,
	"columns" jsonb NOT NULL,
	"rows" integer NOT NULL,
	"through" integer DEFAULT 0 NOT NULL,
	"faults" integer DEFAULT 0 NOT NULL,
	"lookalikes" text DEFAULT 'skip' NOT NULL,
	"claimed_until" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"survey_id" text NOT NULL,
	"question" text NOT NULL,
	"sealed" text,
	"counts" jsonb,
	"texts" jsonb,
	CONSTRAINT "ballots_survey_id_question_pk" PRIMARY KEY("survey_id","question")
);
--> statement-breakpoint
CREATE TABLE "pools" (
	"network_id" text NOT NULL,
	"half_year" text collate "C" NOT NULL,
	"sealed" text,
	"respondents" integer,
	"gatherings" integer,
	"counts" jsonb,
	"counted_on" text collate "C",
	CONSTRAINT "pools_network_id_half_year_pk" PRIMARY KEY("network_id","half_year")
);
--> statement-breakpoint
CREATE TABLE "surveys" (
	"id" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"kind" text NOT NULL,
	"gathering_id" text,
	"period" text collate "C" NOT NULL,
	"once_key" text NOT NULL,
	"opened_on" text collate "C" NOT NULL,
	"closes_on" text collate "C" NOT NULL,
	"remind_on" text collate "C" NOT NULL,
	"reminded_on" text collate "C",
	"closed_on" text collate "C",
	"asked" integer NOT NULL,
	"answers" integer,
	"opened_by_id" text
);
--> statement-breakpoint
DROP INDEX "gatherings_series";--> statement-breakpoint
DROP INDEX "series_network";--> statement-breakpoint
DROP INDEX "learning_items_rule";--> statement-breakpoint
DROP INDEX "referrals_to";--> statement-breakpoint
DROP INDEX "outbox_gathering";--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "topic_id" text;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "begun_at" bigint;--> statement-breakpoint
ALTER TABLE "gatherings" ADD COLUMN "series_date" text collate "C";--> statement-breakpoint
ALTER TABLE "gatherings" ADD COLUMN "audience" text DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "gatherings" ADD COLUMN "invite_on" text collate "C";--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "audience" text DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "feedback" ADD COLUMN "is_waiting" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "learning_items" ADD COLUMN "lane" text;--> statement-breakpoint
ALTER TABLE "learning_items" ADD COLUMN "rule_id" text;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "ended_at" bigint;--> statement-breakpoint
ALTER TABLE "vote_rounds" ADD COLUMN "reminded_at" bigint;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "erased_at" bigint;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "way" text DEFAULT 'mail' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "last_seen_on" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "case_sources" ADD CONSTRAINT "case_sources_saved_by_id_persons_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_versions" ADD CONSTRAINT "case_versions_slug_written_cases_slug_fk" FOREIGN KEY ("slug") REFERENCES "public"."written_cases"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_versions" ADD CONSTRAINT "case_versions_approved_by_id_persons_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_writers" ADD CONSTRAINT "case_writers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_answers" ADD CONSTRAINT "group_answers_session_id_group_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."group_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_answers" ADD CONSTRAINT "group_answers_approved_by_id_persons_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_clusters" ADD CONSTRAINT "group_clusters_session_id_group_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."group_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_devices" ADD CONSTRAINT "group_devices_session_id_group_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."group_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_groups" ADD CONSTRAINT "group_groups_session_id_group_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."group_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_questions" ADD CONSTRAINT "group_questions_session_id_group_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."group_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_rounds" ADD CONSTRAINT "group_rounds_session_id_group_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."group_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_saves" ADD CONSTRAINT "group_saves_answer_id_group_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."group_answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "group_sessions_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "group_sessions_opened_by_id_persons_id_fk" FOREIGN KEY ("opened_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "black_outs" ADD CONSTRAINT "black_outs_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "half_years" ADD CONSTRAINT "half_years_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minute_actions" ADD CONSTRAINT "minute_actions_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minute_actions" ADD CONSTRAINT "minute_actions_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minute_actions" ADD CONSTRAINT "minute_actions_responsible_id_persons_id_fk" FOREIGN KEY ("responsible_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minute_actions" ADD CONSTRAINT "minute_actions_changed_by_id_persons_id_fk" FOREIGN KEY ("changed_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minute_feedback" ADD CONSTRAINT "minute_feedback_minute_item_id_minute_items_id_fk" FOREIGN KEY ("minute_item_id") REFERENCES "public"."minute_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minute_items" ADD CONSTRAINT "minute_items_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minute_items" ADD CONSTRAINT "minute_items_changed_by_id_persons_id_fk" FOREIGN KEY ("changed_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_by_id_persons_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tries" ADD CONSTRAINT "tries_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tries" ADD CONSTRAINT "tries_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupling_half_years" ADD CONSTRAINT "coupling_half_years_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news_told" ADD CONSTRAINT "news_told_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_changes" ADD CONSTRAINT "practice_changes_item_id_learning_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."learning_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_changes" ADD CONSTRAINT "practice_changes_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_changes" ADD CONSTRAINT "practice_changes_recorded_by_id_persons_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_feedback" ADD CONSTRAINT "sealed_feedback_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_letters" ADD CONSTRAINT "agreement_letters_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_letters" ADD CONSTRAINT "agreement_letters_workplace_id_workplaces_id_fk" FOREIGN KEY ("workplace_id") REFERENCES "public"."workplaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_letters" ADD CONSTRAINT "agreement_letters_sent_by_id_persons_id_fk" FOREIGN KEY ("sent_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counsellor_links" ADD CONSTRAINT "counsellor_links_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counsellor_links" ADD CONSTRAINT "counsellor_links_mentor_id_persons_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counsellor_links" ADD CONSTRAINT "counsellor_links_counsellor_id_persons_id_fk" FOREIGN KEY ("counsellor_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employer_contacts" ADD CONSTRAINT "employer_contacts_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employer_contacts" ADD CONSTRAINT "employer_contacts_workplace_id_workplaces_id_fk" FOREIGN KEY ("workplace_id") REFERENCES "public"."workplaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ring_lines" ADD CONSTRAINT "ring_lines_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_proposed_by_id_persons_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_changes" ADD CONSTRAINT "address_changes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_again_consents" ADD CONSTRAINT "ask_again_consents_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_again_consents" ADD CONSTRAINT "ask_again_consents_recorded_by_id_persons_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_by_id_persons_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_statuses" ADD CONSTRAINT "person_statuses_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_identities" ADD CONSTRAINT "staff_identities_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_blocks" ADD CONSTRAINT "import_blocks_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_workplaces" ADD CONSTRAINT "import_workplaces_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_persons" ADD CONSTRAINT "imported_persons_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_by_id_persons_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pools" ADD CONSTRAINT "pools_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_opened_by_id_persons_id_fk" FOREIGN KEY ("opened_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_writers_person" ON "case_writers" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "group_answers_group" ON "group_answers" USING btree ("session_id","question_id","round","group_number");--> statement-breakpoint
CREATE INDEX "group_clusters_round" ON "group_clusters" USING btree ("session_id","question_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "group_devices_session" ON "group_devices" USING btree ("session_id","number");--> statement-breakpoint
CREATE INDEX "group_saves_answer" ON "group_saves" USING btree ("answer_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "group_sessions_gathering" ON "group_sessions" USING btree ("gathering_id","case_slug","case_version");--> statement-breakpoint
CREATE UNIQUE INDEX "group_sessions_code" ON "group_sessions" USING btree ("code");--> statement-breakpoint
CREATE INDEX "group_sessions_case" ON "group_sessions" USING btree ("case_slug","case_version");--> statement-breakpoint
CREATE INDEX "group_sessions_cleared" ON "group_sessions" USING btree ("cleared_at");--> statement-breakpoint
CREATE INDEX "written_cases_created" ON "written_cases" USING btree ("created_at","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "black_outs_once" ON "black_outs" USING btree ("network_id","from","to","words");--> statement-breakpoint
CREATE INDEX "minute_actions_gathering" ON "minute_actions" USING btree ("gathering_id","position","id");--> statement-breakpoint
CREATE INDEX "minute_actions_open" ON "minute_actions" USING btree ("network_id","kind","done_on","due_on","id");--> statement-breakpoint
CREATE INDEX "minute_actions_responsible" ON "minute_actions" USING btree ("responsible_id");--> statement-breakpoint
CREATE INDEX "minute_items_gathering" ON "minute_items" USING btree ("gathering_id","position","id");--> statement-breakpoint
CREATE UNIQUE INDEX "minute_items_once" ON "minute_items" USING btree ("gathering_id","agenda_item_id");--> statement-breakpoint
CREATE INDEX "tries_network" ON "tries" USING btree ("network_id","is_shared","noted_on","id");--> statement-breakpoint
CREATE INDEX "tries_person" ON "tries" USING btree ("person_id","network_id","noted_on");--> statement-breakpoint
CREATE INDEX "practice_changes_item" ON "practice_changes" USING btree ("item_id","recorded_on");--> statement-breakpoint
CREATE INDEX "practice_changes_decision" ON "practice_changes" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "sealed_feedback_opens" ON "sealed_feedback" USING btree ("opens_on");--> statement-breakpoint
CREATE INDEX "agreement_letters_workplace" ON "agreement_letters" USING btree ("network_id","workplace_id","sent_on");--> statement-breakpoint
CREATE INDEX "counsellor_links_mentor" ON "counsellor_links" USING btree ("mentor_id");--> statement-breakpoint
CREATE INDEX "counsellor_links_counsellor" ON "counsellor_links" USING btree ("counsellor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "employer_contacts_once" ON "employer_contacts" USING btree ("network_id","email_key");--> statement-breakpoint
CREATE INDEX "employer_contacts_sort" ON "employer_contacts" USING btree ("network_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "employer_contacts_workplace" ON "employer_contacts" USING btree ("workplace_id");--> statement-breakpoint
CREATE INDEX "ring_lines_network" ON "ring_lines" USING btree ("network_id","position","id");--> statement-breakpoint
CREATE INDEX "topic_votes_person" ON "topic_votes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "topics_network" ON "topics" USING btree ("network_id","proposed_on","id");--> statement-breakpoint
CREATE INDEX "topics_person" ON "topics" USING btree ("proposed_by_id");--> statement-breakpoint
CREATE INDEX "address_changes_expiry" ON "address_changes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "address_changes_person" ON "address_changes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "ask_again_expiry" ON "ask_again_consents" USING btree ("expires_on");--> statement-breakpoint
CREATE INDEX "ask_again_recorder" ON "ask_again_consents" USING btree ("recorded_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_log_once" ON "audit_log" USING btree ("person_id","on_date","by_id","event","thing_id");--> statement-breakpoint
CREATE INDEX "audit_log_person" ON "audit_log" USING btree ("person_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_log_by" ON "audit_log" USING btree ("by_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "person_words_person" ON "person_words" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_identities_person" ON "staff_identities" USING btree ("person_id","issuer");--> statement-breakpoint
CREATE INDEX "staff_sign_ins_expiry" ON "staff_sign_ins" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "workplace_words_workplace" ON "workplace_words" USING btree ("workplace_id");--> statement-breakpoint
CREATE INDEX "import_rows_state" ON "import_rows" USING btree ("import_id","state","line");--> statement-breakpoint
CREATE INDEX "import_rows_email" ON "import_rows" USING btree ("import_id","email_key");--> statement-breakpoint
CREATE INDEX "import_rows_person" ON "import_rows" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "imported_persons_person" ON "imported_persons" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "imports_by" ON "imports" USING btree ("by_id","created_at","id");--> statement-breakpoint
CREATE INDEX "imports_state" ON "imports" USING btree ("state","claimed_until");--> statement-breakpoint
CREATE INDEX "imports_network" ON "imports" USING btree ("network_id");--> statement-breakpoint
CREATE INDEX "pools_counted" ON "pools" USING btree ("counted_on","half_year");--> statement-breakpoint
CREATE UNIQUE INDEX "surveys_once" ON "surveys" USING btree ("once_key");--> statement-breakpoint
CREATE UNIQUE INDEX "surveys_gathering" ON "surveys" USING btree ("gathering_id");--> statement-breakpoint
CREATE INDEX "surveys_network" ON "surveys" USING btree ("network_id","kind","opened_on","id");--> statement-breakpoint
CREATE INDEX "surveys_open" ON "surveys" USING btree ("closed_on","closes_on");--> statement-breakpoint
CREATE INDEX "surveys_opener" ON "surveys" USING btree ("opened_by_id");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_items" ADD CONSTRAINT "learning_items_rule_id_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_items_topic" ON "agenda_items" USING btree ("topic_id");--> statement-breakpoint
CREATE INDEX "gatherings_invite" ON "gatherings" USING btree ("invite_on");--> statement-breakpoint
CREATE INDEX "feedback_waiting" ON "feedback" USING btree ("is_waiting","network_id","visible_from","id");--> statement-breakpoint
CREATE INDEX "learning_items_lane" ON "learning_items" USING btree ("lane","network_id","created_at","id");--> statement-breakpoint
CREATE INDEX "learning_items_suggested" ON "learning_items" USING btree ("suggested_rule_id");--> statement-breakpoint
CREATE INDEX "learning_log_at" ON "learning_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "referrals_waiting" ON "referrals" USING btree ("ended_at","item_id");--> statement-breakpoint
CREATE INDEX "person_roles_role" ON "person_roles" USING btree ("role","person_id");--> statement-breakpoint
CREATE INDEX "persons_unit" ON "persons" USING btree ("unit_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "persons_status" ON "persons" USING btree ("status","sort_key","id");--> statement-breakpoint
CREATE INDEX "workplaces_trade" ON "workplaces" USING btree ("trade");--> statement-breakpoint
CREATE INDEX "gatherings_series" ON "gatherings" USING btree ("series_id","starts_at");--> statement-breakpoint
CREATE INDEX "series_network" ON "series" USING btree ("network_id","created_at","id");--> statement-breakpoint
CREATE INDEX "learning_items_rule" ON "learning_items" USING btree ("rule_id","network_id","created_at","id");--> statement-breakpoint
CREATE INDEX "referrals_to" ON "referrals" USING btree ("to_id","ended_at","at");--> statement-breakpoint
CREATE INDEX "outbox_gathering" ON "outbox" USING btree ("gathering_id","person_id","state");