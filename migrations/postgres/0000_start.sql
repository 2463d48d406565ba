CREATE TABLE "case_readings" (
	"person_id" text NOT NULL,
	"case_slug" text NOT NULL,
	"case_version" integer NOT NULL,
	"read_at" bigint NOT NULL,
	CONSTRAINT "case_readings_person_id_case_slug_pk" PRIMARY KEY("person_id","case_slug")
);
--> statement-breakpoint
CREATE TABLE "reflections" (
	"person_id" text NOT NULL,
	"case_slug" text NOT NULL,
	"case_version" integer NOT NULL,
	"question_id" text NOT NULL,
	"words" text NOT NULL,
	"choice" integer,
	"written_at" bigint NOT NULL,
	CONSTRAINT "reflections_person_id_case_slug_case_version_question_id_pk" PRIMARY KEY("person_id","case_slug","case_version","question_id")
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" text PRIMARY KEY NOT NULL,
	"gathering_id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"minutes" integer NOT NULL,
	"lead_id" text,
	"case_slug" text
);
--> statement-breakpoint
CREATE TABLE "answer_words" (
	"invitation_id" text PRIMARY KEY NOT NULL,
	"words" text,
	"needs" text
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"id" text PRIMARY KEY NOT NULL,
	"invitation_id" text NOT NULL,
	"answer" text NOT NULL,
	"mode" text NOT NULL,
	"sequence" integer NOT NULL,
	"channel" text NOT NULL,
	"by_person_id" text,
	"said_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attendance" (
	"gathering_id" text NOT NULL,
	"person_id" text NOT NULL,
	"status" text NOT NULL,
	"recorded_by_id" text NOT NULL,
	"recorded_at" bigint NOT NULL,
	CONSTRAINT "attendance_gathering_id_person_id_pk" PRIMARY KEY("gathering_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "colleagues" (
	"instead_of_id" text PRIMARY KEY NOT NULL,
	"invitation_id" text NOT NULL,
	"gathering_id" text NOT NULL,
	"sent_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feeds" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text,
	"network_id" text,
	"version" integer DEFAULT 1 NOT NULL,
	"is_on" boolean NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gatherings" (
	"id" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"series_id" text,
	"title" text NOT NULL,
	"theme_slug" text,
	"intro" text DEFAULT '' NOT NULL,
	"local_date" text collate "C" NOT NULL,
	"start_time" text NOT NULL,
	"end_time" text NOT NULL,
	"zone" text DEFAULT 'Europe/Oslo' NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"link" text,
	"capacity" integer,
	"sequence" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"line_counter" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"agenda_version" integer DEFAULT 1 NOT NULL,
	"changed_by_id" text,
	"created_by_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint,
	"moved_at" bigint,
	"moved_from" jsonb,
	"opened_at" bigint,
	"cancelled_at" bigint,
	"cancel_reason" text,
	"closed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "held_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"invitation_id" text NOT NULL,
	"person_id" text NOT NULL,
	"incoming_id" text NOT NULL,
	"address_key" text NOT NULL,
	"reason" text NOT NULL,
	"answer" text NOT NULL,
	"sequence" integer NOT NULL,
	"said_at" bigint NOT NULL,
	"held_at" bigint NOT NULL,
	"verdict" text,
	"decided_at" bigint
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"gathering_id" text NOT NULL,
	"person_id" text NOT NULL,
	"calendar_token" text NOT NULL,
	"first_message_id" text,
	"link_version" integer DEFAULT 1 NOT NULL,
	"invited_by_id" text NOT NULL,
	"invited_at" bigint NOT NULL,
	"is_in_feed" boolean DEFAULT false NOT NULL,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" text PRIMARY KEY NOT NULL,
	"invitation_id" text NOT NULL,
	"gathering_id" text NOT NULL,
	"offered_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"outcome" text NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "rsvps" (
	"invitation_id" text PRIMARY KEY NOT NULL,
	"gathering_id" text NOT NULL,
	"person_id" text NOT NULL,
	"answer" text NOT NULL,
	"mode" text NOT NULL,
	"sequence" integer NOT NULL,
	"channel" text NOT NULL,
	"said_at" bigint NOT NULL,
	"placement" text NOT NULL,
	"line_number" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"nth" integer NOT NULL,
	"weekday" integer NOT NULL,
	"every_months" integer NOT NULL,
	"start_time" text NOT NULL,
	"end_time" text NOT NULL,
	"title" text NOT NULL,
	"place" text NOT NULL,
	"link" text,
	"capacity" integer,
	"agenda" jsonb NOT NULL,
	"created_by_id" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standing_answers" (
	"network_id" text NOT NULL,
	"person_id" text NOT NULL,
	"mode" text NOT NULL,
	"until" text collate "C" NOT NULL,
	"said_at" bigint NOT NULL,
	CONSTRAINT "standing_answers_network_id_person_id_pk" PRIMARY KEY("network_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"referral_id" text NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"rule_id" text NOT NULL,
	"rule_view" text NOT NULL,
	"on_date" text collate "C" NOT NULL,
	"stop_date" text collate "C",
	"responsible" text,
	"notice" text,
	"hours_freed_per_month" integer,
	"would_change_our_mind" text,
	"second_reader" text,
	"decided_by_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feedback" (
	"id" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"source" text NOT NULL,
	"gathering_id" text,
	"naming" text NOT NULL,
	"wording" text NOT NULL,
	"is_about_adviser" boolean DEFAULT false NOT NULL,
	"about_adviser_id" text,
	"visible_from" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feedback_authors" (
	"feedback_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"given_on" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feedback_paraphrases" (
	"feedback_id" text PRIMARY KEY NOT NULL,
	"words" text NOT NULL,
	"written_by_id" text NOT NULL,
	"proposed_on" text collate "C" NOT NULL,
	"author_says" text
);
--> statement-breakpoint
CREATE TABLE "feedback_receipts" (
	"feedback_id" text PRIMARY KEY NOT NULL,
	"code_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feedback_reviews" (
	"feedback_id" text PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"theme_slug" text,
	"note" text,
	"reviewed_by_id" text NOT NULL,
	"reviewed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feedback_words" (
	"feedback_id" text PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"consequence" text,
	"wish" text
);
--> statement-breakpoint
CREATE TABLE "item_feedback" (
	"feedback_id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"added_by_id" text NOT NULL,
	"added_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "learning_items" (
	"id" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"theme_slug" text NOT NULL,
	"question" text NOT NULL,
	"gap_said" text,
	"gap_done" text,
	"gap_leads_to" text,
	"dissent" text,
	"suggested_rule_id" text,
	"created_by_id" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "learning_log" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text,
	"feedback_id" text,
	"from_item_id" text,
	"event" text NOT NULL,
	"by_id" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "referrals" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"iteration" integer NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"from_id" text,
	"to_id" text NOT NULL,
	"reason" text,
	"due_gathering_id" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_backs" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"decision_id" text NOT NULL,
	"gathering_id" text NOT NULL,
	"reported_by_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "round_electors" (
	"round_id" text NOT NULL,
	"person_id" text NOT NULL,
	CONSTRAINT "round_electors_round_id_person_id_pk" PRIMARY KEY("round_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "rules" (
	"id" text PRIMARY KEY NOT NULL,
	"words" text NOT NULL,
	"sort_key" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"reference" text,
	"owner" text,
	"who_can_change" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vote_rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"decision_id" text NOT NULL,
	"number" integer NOT NULL,
	"question" text NOT NULL,
	"opened_at_gathering_id" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"closed_at" bigint,
	"electors" integer NOT NULL,
	"yes" integer,
	"partly" integer,
	"no" integer,
	"not_me" integer
);
--> statement-breakpoint
CREATE TABLE "votes" (
	"round_id" text NOT NULL,
	"person_id" text NOT NULL,
	"vote" text NOT NULL,
	CONSTRAINT "votes_round_id_person_id_pk" PRIMARY KEY("round_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "incoming" (
	"id" text PRIMARY KEY NOT NULL,
	"message_key" text NOT NULL,
	"received_at" bigint NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"person_id" text,
	"gathering_id" text,
	"network_id" text,
	"from_address" text,
	"from_name" text,
	"subject" text,
	"words" text,
	"raw" text,
	"is_waiting" boolean NOT NULL,
	"handled_at" bigint,
	"handled_by_id" text
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" text,
	"gathering_id" text,
	"to_address" text NOT NULL,
	"to_name" text NOT NULL,
	"subject" text NOT NULL,
	"text_body" text NOT NULL,
	"html_body" text NOT NULL,
	"calendar_method" text,
	"calendar_body" text,
	"headers" jsonb NOT NULL,
	"message_id" text NOT NULL,
	"once_key" text,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"not_before" bigint NOT NULL,
	"not_after" bigint,
	"claimed_until" bigint,
	"created_at" bigint NOT NULL,
	"sent_at" bigint,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" text PRIMARY KEY NOT NULL,
	"network_id" text NOT NULL,
	"workplace_id" text NOT NULL,
	"takes_part" boolean NOT NULL,
	"since" text collate "C" NOT NULL,
	"hours_freed_per_month" integer
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"network_id" text NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"since" text collate "C" NOT NULL,
	"until" text collate "C",
	CONSTRAINT "memberships_network_id_person_id_role_pk" PRIMARY KEY("network_id","person_id","role")
);
--> statement-breakpoint
CREATE TABLE "network_units" (
	"network_id" text NOT NULL,
	"unit_id" text NOT NULL,
	CONSTRAINT "network_units_network_id_unit_id_pk" PRIMARY KEY("network_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "networks" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"sort_key" text collate "C" NOT NULL,
	"centre_id" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_preferences" (
	"person_id" text PRIMARY KEY NOT NULL,
	"has_invitations" boolean DEFAULT true NOT NULL,
	"has_reminders" boolean DEFAULT true NOT NULL,
	"has_changes" boolean DEFAULT true NOT NULL,
	"is_subscribed" boolean DEFAULT false NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_roles" (
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "person_roles_person_id_role_pk" PRIMARY KEY("person_id","role")
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"sort_key" text collate "C" NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"phone" text,
	"language" text DEFAULT 'nb' NOT NULL,
	"workplace_id" text,
	"unit_id" text,
	"job_title" text,
	"status" text DEFAULT 'active' NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_counters" (
	"key" text NOT NULL,
	"window_start" bigint NOT NULL,
	"tries" integer NOT NULL,
	CONSTRAINT "rate_counters_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "unit_leaders" (
	"unit_id" text NOT NULL,
	"person_id" text NOT NULL,
	"is_deputy" boolean DEFAULT false NOT NULL,
	CONSTRAINT "unit_leaders_unit_id_person_id_pk" PRIMARY KEY("unit_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"sort_key" text collate "C" NOT NULL,
	"parent_id" text
);
--> statement-breakpoint
CREATE TABLE "workplaces" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"sort_key" text collate "C" NOT NULL,
	"trade" text NOT NULL,
	"size" text NOT NULL,
	"municipality" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_readings" ADD CONSTRAINT "case_readings_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflections" ADD CONSTRAINT "reflections_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_lead_id_persons_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_words" ADD CONSTRAINT "answer_words_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_by_person_id_persons_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_recorded_by_id_persons_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "colleagues" ADD CONSTRAINT "colleagues_instead_of_id_invitations_id_fk" FOREIGN KEY ("instead_of_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "colleagues" ADD CONSTRAINT "colleagues_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "colleagues" ADD CONSTRAINT "colleagues_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gatherings" ADD CONSTRAINT "gatherings_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gatherings" ADD CONSTRAINT "gatherings_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gatherings" ADD CONSTRAINT "gatherings_changed_by_id_persons_id_fk" FOREIGN KEY ("changed_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gatherings" ADD CONSTRAINT "gatherings_created_by_id_persons_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_answers" ADD CONSTRAINT "held_answers_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_answers" ADD CONSTRAINT "held_answers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_id_persons_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_created_by_id_persons_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_answers" ADD CONSTRAINT "standing_answers_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_answers" ADD CONSTRAINT "standing_answers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_item_id_learning_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."learning_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_rule_id_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_decided_by_id_persons_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_about_adviser_id_persons_id_fk" FOREIGN KEY ("about_adviser_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_authors" ADD CONSTRAINT "feedback_authors_feedback_id_feedback_id_fk" FOREIGN KEY ("feedback_id") REFERENCES "public"."feedback"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_authors" ADD CONSTRAINT "feedback_authors_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_paraphrases" ADD CONSTRAINT "feedback_paraphrases_feedback_id_feedback_id_fk" FOREIGN KEY ("feedback_id") REFERENCES "public"."feedback"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_paraphrases" ADD CONSTRAINT "feedback_paraphrases_written_by_id_persons_id_fk" FOREIGN KEY ("written_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_receipts" ADD CONSTRAINT "feedback_receipts_feedback_id_feedback_id_fk" FOREIGN KEY ("feedback_id") REFERENCES "public"."feedback"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_reviews" ADD CONSTRAINT "feedback_reviews_feedback_id_feedback_id_fk" FOREIGN KEY ("feedback_id") REFERENCES "public"."feedback"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_reviews" ADD CONSTRAINT "feedback_reviews_reviewed_by_id_persons_id_fk" FOREIGN KEY ("reviewed_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_words" ADD CONSTRAINT "feedback_words_feedback_id_feedback_id_fk" FOREIGN KEY ("feedback_id") REFERENCES "public"."feedback"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_feedback" ADD CONSTRAINT "item_feedback_feedback_id_feedback_id_fk" FOREIGN KEY ("feedback_id") REFERENCES "public"."feedback"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_feedback" ADD CONSTRAINT "item_feedback_item_id_learning_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."learning_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_feedback" ADD CONSTRAINT "item_feedback_added_by_id_persons_id_fk" FOREIGN KEY ("added_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_items" ADD CONSTRAINT "learning_items_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_items" ADD CONSTRAINT "learning_items_suggested_rule_id_rules_id_fk" FOREIGN KEY ("suggested_rule_id") REFERENCES "public"."rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_items" ADD CONSTRAINT "learning_items_created_by_id_persons_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_log" ADD CONSTRAINT "learning_log_item_id_learning_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."learning_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_log" ADD CONSTRAINT "learning_log_feedback_id_feedback_id_fk" FOREIGN KEY ("feedback_id") REFERENCES "public"."feedback"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_log" ADD CONSTRAINT "learning_log_from_item_id_learning_items_id_fk" FOREIGN KEY ("from_item_id") REFERENCES "public"."learning_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_log" ADD CONSTRAINT "learning_log_by_id_persons_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_item_id_learning_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."learning_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_from_id_persons_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_to_id_persons_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_due_gathering_id_gatherings_id_fk" FOREIGN KEY ("due_gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_backs" ADD CONSTRAINT "report_backs_item_id_learning_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."learning_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_backs" ADD CONSTRAINT "report_backs_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_backs" ADD CONSTRAINT "report_backs_gathering_id_gatherings_id_fk" FOREIGN KEY ("gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_backs" ADD CONSTRAINT "report_backs_reported_by_id_persons_id_fk" FOREIGN KEY ("reported_by_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_electors" ADD CONSTRAINT "round_electors_round_id_vote_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."vote_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_electors" ADD CONSTRAINT "round_electors_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_rounds" ADD CONSTRAINT "vote_rounds_item_id_learning_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."learning_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_rounds" ADD CONSTRAINT "vote_rounds_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_rounds" ADD CONSTRAINT "vote_rounds_opened_at_gathering_id_gatherings_id_fk" FOREIGN KEY ("opened_at_gathering_id") REFERENCES "public"."gatherings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_round_id_vote_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."vote_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_workplace_id_workplaces_id_fk" FOREIGN KEY ("workplace_id") REFERENCES "public"."workplaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_units" ADD CONSTRAINT "network_units_network_id_networks_id_fk" FOREIGN KEY ("network_id") REFERENCES "public"."networks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_units" ADD CONSTRAINT "network_units_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "networks" ADD CONSTRAINT "networks_centre_id_units_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_preferences" ADD CONSTRAINT "mail_preferences_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_roles" ADD CONSTRAINT "person_roles_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "persons" ADD CONSTRAINT "persons_workplace_id_workplaces_id_fk" FOREIGN KEY ("workplace_id") REFERENCES "public"."workplaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "persons" ADD CONSTRAINT "persons_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_leaders" ADD CONSTRAINT "unit_leaders_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_leaders" ADD CONSTRAINT "unit_leaders_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_readings_case" ON "case_readings" USING btree ("case_slug");--> statement-breakpoint
CREATE INDEX "agenda_items_gathering" ON "agenda_items" USING btree ("gathering_id","position");--> statement-breakpoint
CREATE INDEX "agenda_items_case" ON "agenda_items" USING btree ("case_slug");--> statement-breakpoint
CREATE INDEX "answers_invitation" ON "answers" USING btree ("invitation_id","said_at");--> statement-breakpoint
CREATE INDEX "attendance_person" ON "attendance" USING btree ("person_id","gathering_id");--> statement-breakpoint
CREATE INDEX "colleagues_invitation" ON "colleagues" USING btree ("invitation_id");--> statement-breakpoint
CREATE INDEX "colleagues_gathering" ON "colleagues" USING btree ("gathering_id");--> statement-breakpoint
CREATE UNIQUE INDEX "feeds_person" ON "feeds" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "feeds_network" ON "feeds" USING btree ("network_id");--> statement-breakpoint
CREATE INDEX "gatherings_network_start" ON "gatherings" USING btree ("network_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "gatherings_series" ON "gatherings" USING btree ("series_id");--> statement-breakpoint
CREATE INDEX "gatherings_start" ON "gatherings" USING btree ("starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "held_answers_once" ON "held_answers" USING btree ("invitation_id","address_key");--> statement-breakpoint
CREATE INDEX "held_answers_person" ON "held_answers" USING btree ("person_id","verdict");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_once" ON "invitations" USING btree ("gathering_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("calendar_token");--> statement-breakpoint
CREATE INDEX "invitations_person" ON "invitations" USING btree ("person_id","gathering_id");--> statement-breakpoint
CREATE INDEX "offers_gathering" ON "offers" USING btree ("gathering_id","outcome");--> statement-breakpoint
CREATE INDEX "offers_invitation" ON "offers" USING btree ("invitation_id","outcome");--> statement-breakpoint
CREATE INDEX "offers_due" ON "offers" USING btree ("outcome","expires_at");--> statement-breakpoint
CREATE INDEX "rsvps_placement" ON "rsvps" USING btree ("gathering_id","placement","line_number");--> statement-breakpoint
CREATE INDEX "rsvps_person" ON "rsvps" USING btree ("person_id","gathering_id");--> statement-breakpoint
CREATE INDEX "series_network" ON "series" USING btree ("network_id");--> statement-breakpoint
CREATE INDEX "standing_answers_person" ON "standing_answers" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_referral" ON "decisions" USING btree ("referral_id");--> statement-breakpoint
CREATE INDEX "decisions_item" ON "decisions" USING btree ("item_id","at");--> statement-breakpoint
CREATE INDEX "decisions_rule" ON "decisions" USING btree ("rule_id","item_id");--> statement-breakpoint
CREATE INDEX "decisions_stop" ON "decisions" USING btree ("stop_date");--> statement-breakpoint
CREATE INDEX "decisions_start" ON "decisions" USING btree ("on_date");--> statement-breakpoint
CREATE INDEX "feedback_network" ON "feedback" USING btree ("network_id","visible_from","id");--> statement-breakpoint
CREATE INDEX "feedback_authors_person" ON "feedback_authors" USING btree ("person_id","given_on","feedback_id");--> statement-breakpoint
CREATE UNIQUE INDEX "feedback_receipts_code" ON "feedback_receipts" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "item_feedback_item" ON "item_feedback" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "learning_items_network" ON "learning_items" USING btree ("network_id","created_at","id");--> statement-breakpoint
CREATE INDEX "learning_items_rule" ON "learning_items" USING btree ("suggested_rule_id");--> statement-breakpoint
CREATE INDEX "learning_log_item" ON "learning_log" USING btree ("item_id","at");--> statement-breakpoint
CREATE INDEX "learning_log_from" ON "learning_log" USING btree ("from_item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "referrals_number" ON "referrals" USING btree ("item_id","number");--> statement-breakpoint
CREATE INDEX "referrals_to" ON "referrals" USING btree ("to_id","at");--> statement-breakpoint
CREATE INDEX "referrals_due" ON "referrals" USING btree ("due_gathering_id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_backs_decision" ON "report_backs" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "report_backs_item" ON "report_backs" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "report_backs_gathering" ON "report_backs" USING btree ("gathering_id");--> statement-breakpoint
CREATE INDEX "round_electors_person" ON "round_electors" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rules_sort" ON "rules" USING btree ("sort_key");--> statement-breakpoint
CREATE UNIQUE INDEX "vote_rounds_number" ON "vote_rounds" USING btree ("decision_id","number");--> statement-breakpoint
CREATE INDEX "vote_rounds_item" ON "vote_rounds" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "vote_rounds_open" ON "vote_rounds" USING btree ("closed_at","opened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "incoming_once" ON "incoming" USING btree ("message_key");--> statement-breakpoint
CREATE INDEX "incoming_waiting" ON "incoming" USING btree ("is_waiting","received_at","id");--> statement-breakpoint
CREATE INDEX "incoming_received" ON "incoming" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "incoming_person" ON "incoming" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_message_id" ON "outbox" USING btree ("message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_once" ON "outbox" USING btree ("once_key");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("state","not_before");--> statement-breakpoint
CREATE INDEX "outbox_late" ON "outbox" USING btree ("state","not_after");--> statement-breakpoint
CREATE INDEX "outbox_gathering" ON "outbox" USING btree ("gathering_id","person_id");--> statement-breakpoint
CREATE INDEX "outbox_person" ON "outbox" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "outbox_created" ON "outbox" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_once" ON "agreements" USING btree ("network_id","workplace_id");--> statement-breakpoint
CREATE INDEX "agreements_workplace" ON "agreements" USING btree ("workplace_id");--> statement-breakpoint
CREATE INDEX "memberships_person" ON "memberships" USING btree ("person_id","network_id");--> statement-breakpoint
CREATE INDEX "network_units_unit" ON "network_units" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "networks_sort" ON "networks" USING btree ("sort_key","id");--> statement-breakpoint
CREATE INDEX "networks_centre" ON "networks" USING btree ("centre_id");--> statement-breakpoint
CREATE UNIQUE INDEX "persons_email" ON "persons" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "persons_sort" ON "persons" USING btree ("sort_key","id");--> statement-breakpoint
CREATE INDEX "persons_workplace" ON "persons" USING btree ("workplace_id");--> statement-breakpoint
CREATE INDEX "rate_counters_window" ON "rate_counters" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_links_expiry" ON "sign_in_links" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_links_person" ON "sign_in_links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "unit_leaders_person" ON "unit_leaders" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "units_parent" ON "units" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "units_sort" ON "units" USING btree ("sort_key");--> statement-breakpoint
CREATE INDEX "workplaces_sort" ON "workplaces" USING btree ("sort_key","id");