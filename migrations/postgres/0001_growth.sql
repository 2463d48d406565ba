CREATE TABLE "tries" (
	"id" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"person_id" text NOT NULL,
	"words" text NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"noted_on" text collate "C" NOT NULL
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
CREATE TABLE "ask_again_consents" (
	"person_id" text PRIMARY KEY NOT NULL,
	"given_on" text collate "C" NOT NULL,
	"expires_on" text collate "C" NOT NULL,
	"recorded_by_id" text
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
CREATE TABLE "workplace_words" (
	"word" text collate "C" NOT NULL,
	"workplace_id" text NOT NULL,
	CONSTRAINT "workplace_words_word_workplace_id_pk" PRIMARY KEY("word","workplace_id")
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
ALTER TABLE "agenda_items" ADD COLUMN "topic_id" text;--> statement-breakpoint
ALTER TABLE "tries" ADD CONSTRAINT "tries_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tries" ADD CONSTRAINT "tries_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counsellor_links" ADD CONSTRAINT "counsellor_links_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counsellor_links" ADD CONSTRAINT "counsellor_links_mentor_id_persons_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counsellor_links" ADD CONSTRAINT "counsellor_links_counsellor_id_persons_id_fk" FOREIGN KEY ("counsellor_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employer_contacts" ADD CONSTRAINT "employer_contacts_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employer_contacts" ADD CONSTRAINT "employer_contacts_workplace_id_workplaces_id_fk" FOREIGN KEY ("workplace_id") REFERENCES "public"."workplaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_proposed_by_id_persons_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_again_consents" ADD CONSTRAINT "ask_again_consents_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_again_consents" ADD CONSTRAINT "ask_again_consents_recorded_by_id_persons_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_statuses" ADD CONSTRAINT "person_statuses_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_blocks" ADD CONSTRAINT "import_blocks_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_workplaces" ADD CONSTRAINT "import_workplaces_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_persons" ADD CONSTRAINT "imported_persons_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_by_id_persons_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tries_network" ON "tries" USING btree ("network_id","is_shared","noted_on","id");--> statement-breakpoint
CREATE INDEX "tries_person" ON "tries" USING btree ("person_id","network_id","noted_on");--> statement-breakpoint
CREATE INDEX "counsellor_links_mentor" ON "counsellor_links" USING btree ("mentor_id");--> statement-breakpoint
CREATE INDEX "counsellor_links_counsellor" ON "counsellor_links" USING btree ("counsellor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "employer_contacts_once" ON "employer_contacts" USING btree ("network_id","email_key");--> statement-breakpoint
CREATE INDEX "employer_contacts_sort" ON "employer_contacts" USING btree ("network_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "employer_contacts_workplace" ON "employer_contacts" USING btree ("workplace_id");--> statement-breakpoint
CREATE INDEX "topic_votes_person" ON "topic_votes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "topics_network" ON "topics" USING btree ("network_id","proposed_on","id");--> statement-breakpoint
CREATE INDEX "topics_person" ON "topics" USING btree ("proposed_by_id");--> statement-breakpoint
CREATE INDEX "ask_again_expiry" ON "ask_again_consents" USING btree ("expires_on");--> statement-breakpoint
CREATE INDEX "ask_again_recorder" ON "ask_again_consents" USING btree ("recorded_by_id");--> statement-breakpoint
CREATE INDEX "person_words_person" ON "person_words" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "workplace_words_workplace" ON "workplace_words" USING btree ("workplace_id");--> statement-breakpoint
CREATE INDEX "import_rows_state" ON "import_rows" USING btree ("import_id","state","line");--> statement-breakpoint
CREATE INDEX "import_rows_email" ON "import_rows" USING btree ("import_id","email_key");--> statement-breakpoint
CREATE INDEX "import_rows_person" ON "import_rows" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "imported_persons_person" ON "imported_persons" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "imports_by" ON "imports" USING btree ("by_id","created_at","id");--> statement-breakpoint
CREATE INDEX "imports_state" ON "imports" USING btree ("state","claimed_until");--> statement-breakpoint
CREATE INDEX "imports_network" ON "imports" USING btree ("network_id");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_items_topic" ON "agenda_items" USING btree ("topic_id");--> statement-breakpoint
CREATE INDEX "person_roles_role" ON "person_roles" USING btree ("role","person_id");--> statement-breakpoint
CREATE INDEX "persons_unit" ON "persons" USING btree ("unit_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "persons_status" ON "persons" USING btree ("status","sort_key","id");--> statement-breakpoint
CREATE INDEX "workplaces_trade" ON "workplaces" USING btree ("trade");