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
ALTER TABLE "tries" ADD CONSTRAINT "tries_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tries" ADD CONSTRAINT "tries_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupling_half_years" ADD CONSTRAINT "coupling_half_years_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_proposed_by_id_persons_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tries_network" ON "tries" USING btree ("network_id","is_shared","noted_on","id");--> statement-breakpoint
CREATE INDEX "tries_person" ON "tries" USING btree ("person_id","network_id","noted_on");--> statement-breakpoint
CREATE INDEX "topic_votes_person" ON "topic_votes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "topics_network" ON "topics" USING btree ("network_id","proposed_on","id");--> statement-breakpoint
CREATE INDEX "topics_person" ON "topics" USING btree ("proposed_by_id");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_items_topic" ON "agenda_items" USING btree ("topic_id");