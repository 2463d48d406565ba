CREATE TABLE "tries" (
	"id" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"person_id" text NOT NULL,
	"words" text NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"noted_on" text collate "C" NOT NULL
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
DROP INDEX "referrals_to";--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "topic_id" text;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "ended_at" bigint;--> statement-breakpoint
ALTER TABLE "vote_rounds" ADD COLUMN "reminded_at" bigint;--> statement-breakpoint
ALTER TABLE "tries" ADD CONSTRAINT "tries_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tries" ADD CONSTRAINT "tries_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news_told" ADD CONSTRAINT "news_told_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_changes" ADD CONSTRAINT "practice_changes_item_id_learning_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."learning_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_changes" ADD CONSTRAINT "practice_changes_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_changes" ADD CONSTRAINT "practice_changes_recorded_by_id_persons_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_feedback" ADD CONSTRAINT "sealed_feedback_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_proposed_by_id_persons_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tries_network" ON "tries" USING btree ("network_id","is_shared","noted_on","id");--> statement-breakpoint
CREATE INDEX "tries_person" ON "tries" USING btree ("person_id","network_id","noted_on");--> statement-breakpoint
CREATE INDEX "practice_changes_item" ON "practice_changes" USING btree ("item_id","recorded_on");--> statement-breakpoint
CREATE INDEX "practice_changes_decision" ON "practice_changes" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "sealed_feedback_opens" ON "sealed_feedback" USING btree ("opens_on");--> statement-breakpoint
CREATE INDEX "topic_votes_person" ON "topic_votes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "topics_network" ON "topics" USING btree ("network_id","proposed_on","id");--> statement-breakpoint
CREATE INDEX "topics_person" ON "topics" USING btree ("proposed_by_id");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_items_topic" ON "agenda_items" USING btree ("topic_id");--> statement-breakpoint
CREATE INDEX "learning_log_at" ON "learning_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "referrals_waiting" ON "referrals" USING btree ("ended_at","item_id");--> statement-breakpoint
CREATE INDEX "referrals_to" ON "referrals" USING btree ("to_id","ended_at","at");