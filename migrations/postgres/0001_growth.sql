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
CREATE TABLE "tries" (
	"id" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"person_id" text NOT NULL,
	"words" text NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"noted_on" text collate "C" NOT NULL
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
DROP INDEX "gatherings_series";--> statement-breakpoint
DROP INDEX "series_network";--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "topic_id" text;--> statement-breakpoint
ALTER TABLE "gatherings" ADD COLUMN "series_date" text collate "C";--> statement-breakpoint
ALTER TABLE "gatherings" ADD COLUMN "audience" text DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "gatherings" ADD COLUMN "invite_on" text collate "C";--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "audience" text DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "black_outs" ADD CONSTRAINT "black_outs_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "half_years" ADD CONSTRAINT "half_years_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tries" ADD CONSTRAINT "tries_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tries" ADD CONSTRAINT "tries_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_letters" ADD CONSTRAINT "agreement_letters_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_letters" ADD CONSTRAINT "agreement_letters_workplace_id_workplaces_id_fk" FOREIGN KEY ("workplace_id") REFERENCES "public"."workplaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_letters" ADD CONSTRAINT "agreement_letters_sent_by_id_persons_id_fk" FOREIGN KEY ("sent_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ring_lines" ADD CONSTRAINT "ring_lines_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_proposed_by_id_persons_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "black_outs_once" ON "black_outs" USING btree ("network_id","from","to","words");--> statement-breakpoint
CREATE INDEX "tries_network" ON "tries" USING btree ("network_id","is_shared","noted_on","id");--> statement-breakpoint
CREATE INDEX "tries_person" ON "tries" USING btree ("person_id","network_id","noted_on");--> statement-breakpoint
CREATE INDEX "agreement_letters_workplace" ON "agreement_letters" USING btree ("network_id","workplace_id","sent_on");--> statement-breakpoint
CREATE INDEX "ring_lines_network" ON "ring_lines" USING btree ("network_id","position","id");--> statement-breakpoint
CREATE INDEX "topic_votes_person" ON "topic_votes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "topics_network" ON "topics" USING btree ("network_id","proposed_on","id");--> statement-breakpoint
CREATE INDEX "topics_person" ON "topics" USING btree ("proposed_by_id");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_items_topic" ON "agenda_items" USING btree ("topic_id");--> statement-breakpoint
CREATE INDEX "gatherings_invite" ON "gatherings" USING btree ("invite_on");--> statement-breakpoint
CREATE INDEX "gatherings_series" ON "gatherings" USING btree ("series_id","starts_at");--> statement-breakpoint
CREATE INDEX "series_network" ON "series" USING btree ("network_id","created_at","id");