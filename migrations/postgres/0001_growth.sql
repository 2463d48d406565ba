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
ALTER TABLE "agenda_items" ADD COLUMN "topic_id" text;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "begun_at" bigint;--> statement-breakpoint
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
ALTER TABLE "employer_contacts" ADD CONSTRAINT "employer_contacts_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employer_contacts" ADD CONSTRAINT "employer_contacts_workplace_id_workplaces_id_fk" FOREIGN KEY ("workplace_id") REFERENCES "public"."workplaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_proposed_by_id_persons_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "minute_actions_gathering" ON "minute_actions" USING btree ("gathering_id","position","id");--> statement-breakpoint
CREATE INDEX "minute_actions_open" ON "minute_actions" USING btree ("network_id","kind","done_on","due_on","id");--> statement-breakpoint
CREATE INDEX "minute_actions_responsible" ON "minute_actions" USING btree ("responsible_id");--> statement-breakpoint
CREATE INDEX "minute_items_gathering" ON "minute_items" USING btree ("gathering_id","position","id");--> statement-breakpoint
CREATE UNIQUE INDEX "minute_items_once" ON "minute_items" USING btree ("gathering_id","agenda_item_id");--> statement-breakpoint
CREATE INDEX "tries_network" ON "tries" USING btree ("network_id","is_shared","noted_on","id");--> statement-breakpoint
CREATE INDEX "tries_person" ON "tries" USING btree ("person_id","network_id","noted_on");--> statement-breakpoint
CREATE UNIQUE INDEX "employer_contacts_once" ON "employer_contacts" USING btree ("network_id","email_key");--> statement-breakpoint
CREATE INDEX "employer_contacts_sort" ON "employer_contacts" USING btree ("network_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "employer_contacts_workplace" ON "employer_contacts" USING btree ("workplace_id");--> statement-breakpoint
CREATE INDEX "topic_votes_person" ON "topic_votes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "topics_network" ON "topics" USING btree ("network_id","proposed_on","id");--> statement-breakpoint
CREATE INDEX "topics_person" ON "topics" USING btree ("proposed_by_id");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_items_topic" ON "agenda_items" USING btree ("topic_id");