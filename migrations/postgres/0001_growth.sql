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
	"title" jsonb NOT NULL,
	"code" text,
	"version" integer DEFAULT 0 NOT NULL,
	"staff_version" integer DEFAULT 0 NOT NULL,
	"opened_by_id" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"ended_at" bigint
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
DROP INDEX "learning_items_rule";--> statement-breakpoint
DROP INDEX "referrals_to";--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "topic_id" text;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "begun_at" bigint;--> statement-breakpoint
ALTER TABLE "feedback" ADD COLUMN "is_waiting" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "learning_items" ADD COLUMN "lane" text;--> statement-breakpoint
ALTER TABLE "learning_items" ADD COLUMN "rule_id" text;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "ended_at" bigint;--> statement-breakpoint
ALTER TABLE "vote_rounds" ADD COLUMN "reminded_at" bigint;--> statement-breakpoint
ALTER TABLE "group_answers" ADD CONSTRAINT "group_answers_session_id_group_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."group_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_answers" ADD CONSTRAINT "group_answers_approved_by_id_persons_id_fk" FOREIGN KEY ("approved_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_clusters" ADD CONSTRAINT "group_clusters_session_id_group_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."group_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_devices" ADD CONSTRAINT "group_devices_session_id_group_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."group_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_groups" ADD CONSTRAINT "group_groups_session_id_group_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."group_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_questions" ADD CONSTRAINT "group_questions_session_id_group_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."group_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_rounds" ADD CONSTRAINT "group_rounds_session_id_group_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."group_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_saves" ADD CONSTRAINT "group_saves_answer_id_group_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."group_answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "group_sessions_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "group_sessions_opened_by_id_persons_id_fk" FOREIGN KEY ("opened_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "employer_contacts" ADD CONSTRAINT "employer_contacts_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employer_contacts" ADD CONSTRAINT "employer_contacts_workplace_id_workplaces_id_fk" FOREIGN KEY ("workplace_id") REFERENCES "public"."workplaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_votes" ADD CONSTRAINT "topic_votes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_proposed_by_id_persons_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "group_answers_group" ON "group_answers" USING btree ("session_id","question_id","round","group_number");--> statement-breakpoint
CREATE INDEX "group_clusters_round" ON "group_clusters" USING btree ("session_id","question_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "group_devices_session" ON "group_devices" USING btree ("session_id","number");--> statement-breakpoint
CREATE INDEX "group_saves_answer" ON "group_saves" USING btree ("answer_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "group_sessions_gathering" ON "group_sessions" USING btree ("gathering_id","case_slug","case_version");--> statement-breakpoint
CREATE UNIQUE INDEX "group_sessions_code" ON "group_sessions" USING btree ("code");--> statement-breakpoint
CREATE INDEX "group_sessions_case" ON "group_sessions" USING btree ("case_slug","case_version");--> statement-breakpoint
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
CREATE UNIQUE INDEX "employer_contacts_once" ON "employer_contacts" USING btree ("network_id","email_key");--> statement-breakpoint
CREATE INDEX "employer_contacts_sort" ON "employer_contacts" USING btree ("network_id","sort_key","id");--> statement-breakpoint
CREATE INDEX "employer_contacts_workplace" ON "employer_contacts" USING btree ("workplace_id");--> statement-breakpoint
CREATE INDEX "topic_votes_person" ON "topic_votes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "topics_network" ON "topics" USING btree ("network_id","proposed_on","id");--> statement-breakpoint
CREATE INDEX "topics_person" ON "topics" USING btree ("proposed_by_id");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_items" ADD CONSTRAINT "learning_items_rule_id_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_items_topic" ON "agenda_items" USING btree ("topic_id");--> statement-breakpoint
CREATE INDEX "feedback_waiting" ON "feedback" USING btree ("is_waiting","network_id","visible_from","id");--> statement-breakpoint
CREATE INDEX "learning_items_lane" ON "learning_items" USING btree ("lane","network_id","created_at","id");--> statement-breakpoint
CREATE INDEX "learning_items_suggested" ON "learning_items" USING btree ("suggested_rule_id");--> statement-breakpoint
CREATE INDEX "learning_log_at" ON "learning_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "referrals_waiting" ON "referrals" USING btree ("ended_at","item_id");--> statement-breakpoint
CREATE INDEX "learning_items_rule" ON "learning_items" USING btree ("rule_id","network_id","created_at","id");--> statement-breakpoint
CREATE INDEX "referrals_to" ON "referrals" USING btree ("to_id","ended_at","at");