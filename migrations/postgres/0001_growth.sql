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
CREATE TABLE "written_cases" (
	"slug" text PRIMARY KEY NOT NULL,
	"created_at" bigint NOT NULL,
	"published_version" integer,
	"withdrawn_at" bigint
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
ALTER TABLE "agenda_items" ADD COLUMN "topic_id" text;--> statement-breakpoint
ALTER TABLE "case_sources" ADD CONSTRAINT "case_sources_saved_by_id_persons_id_fk" FOREIGN KEY ("saved_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_versions" ADD CONSTRAINT "case_versions_slug_written_cases_slug_fk" FOREIGN KEY ("slug") REFERENCES "public"."written_cases"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_versions" ADD CONSTRAINT "case_versions_approved_by_id_persons_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_writers" ADD CONSTRAINT "case_writers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tries" ADD CONSTRAINT "tries_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tries" ADD CONSTRAINT "tries_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_proposed_by_id_persons_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_writers_person" ON "case_writers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "written_cases_created" ON "written_cases" USING btree ("created_at","slug");--> statement-breakpoint
CREATE INDEX "tries_network" ON "tries" USING btree ("network_id","is_shared","noted_on","id");--> statement-breakpoint
CREATE INDEX "tries_person" ON "tries" USING btree ("person_id","network_id","noted_on");--> statement-breakpoint
CREATE INDEX "topic_votes_person" ON "topic_votes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "topics_network" ON "topics" USING btree ("network_id","proposed_on","id");--> statement-breakpoint
CREATE INDEX "topics_person" ON "topics" USING btree ("proposed_by_id");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_items_topic" ON "agenda_items" USING btree ("topic_id");