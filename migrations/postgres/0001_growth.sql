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
	"ended_at" bigint,
	"cleared_at" bigint
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
ALTER TABLE "tries" ADD CONSTRAINT "tries_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tries" ADD CONSTRAINT "tries_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "group_sessions_cleared" ON "group_sessions" USING btree ("cleared_at");--> statement-breakpoint
CREATE INDEX "tries_network" ON "tries" USING btree ("network_id","is_shared","noted_on","id");--> statement-breakpoint
CREATE INDEX "tries_person" ON "tries" USING btree ("person_id","network_id","noted_on");--> statement-breakpoint
CREATE INDEX "topic_votes_person" ON "topic_votes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "topics_network" ON "topics" USING btree ("network_id","proposed_on","id");--> statement-breakpoint
CREATE INDEX "topics_person" ON "topics" USING btree ("proposed_by_id");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_items_topic" ON "agenda_items" USING btree ("topic_id");