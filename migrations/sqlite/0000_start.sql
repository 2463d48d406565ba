CREATE TABLE `case_readings` (
	`person_id` text NOT NULL,
	`case_slug` text NOT NULL,
	`case_version` integer NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `case_slug`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_readings_case` ON `case_readings` (`case_slug`);--> statement-breakpoint
CREATE TABLE `reflections` (
	`person_id` text NOT NULL,
	`case_slug` text NOT NULL,
	`case_version` integer NOT NULL,
	`question_id` text NOT NULL,
	`words` text NOT NULL,
	`choice` integer,
	`written_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `case_slug`, `case_version`, `question_id`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`gathering_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`minutes` integer NOT NULL,
	`lead_id` text,
	`case_slug` text,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agenda_items_gathering` ON `agenda_items` (`gathering_id`,`position`);--> statement-breakpoint
CREATE INDEX `agenda_items_case` ON `agenda_items` (`case_slug`);--> statement-breakpoint
CREATE TABLE `answer_words` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`words` text,
	`needs` text,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`answer` text NOT NULL,
	`mode` text NOT NULL,
	`sequence` integer NOT NULL,
	`channel` text NOT NULL,
	`by_person_id` text,
	`said_at` integer NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answers_invitation` ON `answers` (`invitation_id`,`said_at`);--> statement-breakpoint
CREATE TABLE `attendance` (
	`gathering_id` text NOT NULL,
	`person_id` text NOT NULL,
	`status` text NOT NULL,
	`recorded_by_id` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`gathering_id`, `person_id`),
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attendance_person` ON `attendance` (`person_id`,`gathering_id`);--> statement-breakpoint
CREATE TABLE `colleagues` (
	`instead_of_id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`gathering_id` text NOT NULL,
	`sent_at` integer NOT NULL,
	FOREIGN KEY (`instead_of_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `colleagues_invitation` ON `colleagues` (`invitation_id`);--> statement-breakpoint
CREATE INDEX `colleagues_gathering` ON `colleagues` (`gathering_id`);--> statement-breakpoint
CREATE TABLE `feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`network_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`is_on` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feeds_person` ON `feeds` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `feeds_network` ON `feeds` (`network_id`);--> statement-breakpoint
CREATE TABLE `gatherings` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`series_id` text,
	`title` text NOT NULL,
	`theme_slug` text,
	`intro` text DEFAULT '' NOT NULL,
	`local_date` text NOT NULL,
	`start_time` text NOT NULL,
	`end_time` text NOT NULL,
	`zone` text DEFAULT 'Europe/Oslo' NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`link` text,
	`capacity` integer,
	`sequence` integer DEFAULT 0 NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`line_counter` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agenda_version` integer DEFAULT 1 NOT NULL,
	`changed_by_id` text,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer,
	`moved_at` integer,
	`moved_from` text,
	`opened_at` integer,
	`cancelled_at` integer,
	`cancel_reason` text,
	`closed_at` integer,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`series_id`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `gatherings_network_start` ON `gatherings` (`network_id`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `gatherings_series` ON `gatherings` (`series_id`);--> statement-breakpoint
CREATE INDEX `gatherings_start` ON `gatherings` (`starts_at`);--> statement-breakpoint
CREATE TABLE `held_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`incoming_id` text NOT NULL,
	`address_key` text NOT NULL,
	`reason` text NOT NULL,
	`answer` text NOT NULL,
	`sequence` integer NOT NULL,
	`said_at` integer NOT NULL,
	`held_at` integer NOT NULL,
	`verdict` text,
	`decided_at` integer,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `held_answers_once` ON `held_answers` (`invitation_id`,`address_key`);--> statement-breakpoint
CREATE INDEX `held_answers_person` ON `held_answers` (`person_id`,`verdict`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`gathering_id` text NOT NULL,
	`person_id` text NOT NULL,
	`calendar_token` text NOT NULL,
	`first_message_id` text,
	`link_version` integer DEFAULT 1 NOT NULL,
	`invited_by_id` text NOT NULL,
	`invited_at` integer NOT NULL,
	`is_in_feed` integer DEFAULT false NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_once` ON `invitations` (`gathering_id`,`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`calendar_token`);--> statement-breakpoint
CREATE INDEX `invitations_person` ON `invitations` (`person_id`,`gathering_id`);--> statement-breakpoint
CREATE TABLE `offers` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`gathering_id` text NOT NULL,
	`offered_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`outcome` text NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `offers_gathering` ON `offers` (`gathering_id`,`outcome`);--> statement-breakpoint
CREATE INDEX `offers_invitation` ON `offers` (`invitation_id`,`outcome`);--> statement-breakpoint
CREATE INDEX `offers_due` ON `offers` (`outcome`,`expires_at`);--> statement-breakpoint
CREATE TABLE `rsvps` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`gathering_id` text NOT NULL,
	`person_id` text NOT NULL,
	`answer` text NOT NULL,
	`mode` text NOT NULL,
	`sequence` integer NOT NULL,
	`channel` text NOT NULL,
	`said_at` integer NOT NULL,
	`placement` text NOT NULL,
	`line_number` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rsvps_placement` ON `rsvps` (`gathering_id`,`placement`,`line_number`);--> statement-breakpoint
CREATE INDEX `rsvps_person` ON `rsvps` (`person_id`,`gathering_id`);--> statement-breakpoint
CREATE TABLE `series` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`nth` integer NOT NULL,
	`weekday` integer NOT NULL,
	`every_months` integer NOT NULL,
	`start_time` text NOT NULL,
	`end_time` text NOT NULL,
	`title` text NOT NULL,
	`place` text NOT NULL,
	`link` text,
	`capacity` integer,
	`agenda` text NOT NULL,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `series_network` ON `series` (`network_id`);--> statement-breakpoint
CREATE TABLE `standing_answers` (
	`network_id` text NOT NULL,
	`person_id` text NOT NULL,
	`mode` text NOT NULL,
	`until` text NOT NULL,
	`said_at` integer NOT NULL,
	PRIMARY KEY(`network_id`, `person_id`),
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `standing_answers_person` ON `standing_answers` (`person_id`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`referral_id` text NOT NULL,
	`verdict` text NOT NULL,
	`reason` text NOT NULL,
	`rule_id` text NOT NULL,
	`rule_view` text NOT NULL,
	`on_date` text NOT NULL,
	`stop_date` text,
	`responsible` text,
	`notice` text,
	`hours_freed_per_month` integer,
	`would_change_our_mind` text,
	`second_reader` text,
	`decided_by_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `learning_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referral_id`) REFERENCES `referrals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_id`) REFERENCES `rules`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_referral` ON `decisions` (`referral_id`);--> statement-breakpoint
CREATE INDEX `decisions_item` ON `decisions` (`item_id`,`at`);--> statement-breakpoint
CREATE INDEX `decisions_rule` ON `decisions` (`rule_id`,`item_id`);--> statement-breakpoint
CREATE INDEX `decisions_stop` ON `decisions` (`stop_date`);--> statement-breakpoint
CREATE INDEX `decisions_start` ON `decisions` (`on_date`);--> statement-breakpoint
CREATE TABLE `feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`source` text NOT NULL,
	`gathering_id` text,
	`naming` text NOT NULL,
	`wording` text NOT NULL,
	`is_about_adviser` integer DEFAULT false NOT NULL,
	`about_adviser_id` text,
	`visible_from` text NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`about_adviser_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feedback_network` ON `feedback` (`network_id`,`visible_from`,`id`);--> statement-breakpoint
CREATE TABLE `feedback_authors` (
	`feedback_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`given_on` text NOT NULL,
	FOREIGN KEY (`feedback_id`) REFERENCES `feedback`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feedback_authors_person` ON `feedback_authors` (`person_id`,`given_on`,`feedback_id`);--> statement-breakpoint
CREATE TABLE `feedback_paraphrases` (
	`feedback_id` text PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	`written_by_id` text NOT NULL,
	`proposed_on` text NOT NULL,
	`author_says` text,
	FOREIGN KEY (`feedback_id`) REFERENCES `feedback`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `feedback_receipts` (
	`feedback_id` text PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	FOREIGN KEY (`feedback_id`) REFERENCES `feedback`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feedback_receipts_code` ON `feedback_receipts` (`code_hash`);--> statement-breakpoint
CREATE TABLE `feedback_reviews` (
	`feedback_id` text PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`theme_slug` text,
	`note` text,
	`reviewed_by_id` text NOT NULL,
	`reviewed_at` integer NOT NULL,
	FOREIGN KEY (`feedback_id`) REFERENCES `feedback`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewed_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `feedback_words` (
	`feedback_id` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`consequence` text,
	`wish` text,
	FOREIGN KEY (`feedback_id`) REFERENCES `feedback`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `item_feedback` (
	`feedback_id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`added_by_id` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`feedback_id`) REFERENCES `feedback`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `learning_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `item_feedback_item` ON `item_feedback` (`item_id`);--> statement-breakpoint
CREATE TABLE `learning_items` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`theme_slug` text NOT NULL,
	`question` text NOT NULL,
	`gap_said` text,
	`gap_done` text,
	`gap_leads_to` text,
	`dissent` text,
	`suggested_rule_id` text,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`suggested_rule_id`) REFERENCES `rules`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `learning_items_network` ON `learning_items` (`network_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `learning_items_rule` ON `learning_items` (`suggested_rule_id`);--> statement-breakpoint
CREATE TABLE `learning_log` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text,
	`feedback_id` text,
	`from_item_id` text,
	`event` text NOT NULL,
	`by_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `learning_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`feedback_id`) REFERENCES `feedback`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_item_id`) REFERENCES `learning_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `learning_log_item` ON `learning_log` (`item_id`,`at`);--> statement-breakpoint
CREATE INDEX `learning_log_from` ON `learning_log` (`from_item_id`);--> statement-breakpoint
CREATE TABLE `referrals` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`iteration` integer NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`from_id` text,
	`to_id` text NOT NULL,
	`reason` text,
	`due_gathering_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `learning_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`due_gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `referrals_number` ON `referrals` (`item_id`,`number`);--> statement-breakpoint
CREATE INDEX `referrals_to` ON `referrals` (`to_id`,`at`);--> statement-breakpoint
CREATE INDEX `referrals_due` ON `referrals` (`due_gathering_id`);--> statement-breakpoint
CREATE TABLE `report_backs` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`gathering_id` text NOT NULL,
	`reported_by_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `learning_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_backs_decision` ON `report_backs` (`decision_id`);--> statement-breakpoint
CREATE INDEX `report_backs_item` ON `report_backs` (`item_id`);--> statement-breakpoint
CREATE INDEX `report_backs_gathering` ON `report_backs` (`gathering_id`);--> statement-breakpoint
CREATE TABLE `round_electors` (
	`round_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`round_id`, `person_id`),
	FOREIGN KEY (`round_id`) REFERENCES `vote_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `round_electors_person` ON `round_electors` (`person_id`);--> statement-breakpoint
CREATE TABLE `rules` (
	`id` text PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	`sort_key` text NOT NULL,
	`kind` text NOT NULL,
	`reference` text,
	`owner` text,
	`who_can_change` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rules_sort` ON `rules` (`sort_key`);--> statement-breakpoint
CREATE TABLE `vote_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`number` integer NOT NULL,
	`question` text NOT NULL,
	`opened_at_gathering_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	`electors` integer NOT NULL,
	`yes` integer,
	`partly` integer,
	`no` integer,
	`not_me` integer,
	FOREIGN KEY (`item_id`) REFERENCES `learning_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_at_gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vote_rounds_number` ON `vote_rounds` (`decision_id`,`number`);--> statement-breakpoint
CREATE INDEX `vote_rounds_item` ON `vote_rounds` (`item_id`);--> statement-breakpoint
CREATE INDEX `vote_rounds_open` ON `vote_rounds` (`closed_at`,`opened_at`);--> statement-breakpoint
CREATE TABLE `votes` (
	`round_id` text NOT NULL,
	`person_id` text NOT NULL,
	`vote` text NOT NULL,
	PRIMARY KEY(`round_id`, `person_id`),
	FOREIGN KEY (`round_id`) REFERENCES `vote_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `incoming` (
	`id` text PRIMARY KEY NOT NULL,
	`message_key` text NOT NULL,
	`received_at` integer NOT NULL,
	`outcome` text NOT NULL,
	`reason` text,
	`person_id` text,
	`gathering_id` text,
	`network_id` text,
	`from_address` text,
	`from_name` text,
	`subject` text,
	`words` text,
	`raw` text,
	`is_waiting` integer NOT NULL,
	`handled_at` integer,
	`handled_by_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `incoming_once` ON `incoming` (`message_key`);--> statement-breakpoint
CREATE INDEX `incoming_waiting` ON `incoming` (`is_waiting`,`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `incoming_received` ON `incoming` (`received_at`);--> statement-breakpoint
CREATE INDEX `incoming_person` ON `incoming` (`person_id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`gathering_id` text,
	`to_address` text NOT NULL,
	`to_name` text NOT NULL,
	`subject` text NOT NULL,
	`text_body` text NOT NULL,
	`html_body` text NOT NULL,
	`calendar_method` text,
	`calendar_body` text,
	`headers` text NOT NULL,
	`message_id` text NOT NULL,
	`once_key` text,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer NOT NULL,
	`not_after` integer,
	`claimed_until` integer,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_message_id` ON `outbox` (`message_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_once` ON `outbox` (`once_key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`not_before`);--> statement-breakpoint
CREATE INDEX `outbox_late` ON `outbox` (`state`,`not_after`);--> statement-breakpoint
CREATE INDEX `outbox_gathering` ON `outbox` (`gathering_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `outbox_person` ON `outbox` (`person_id`);--> statement-breakpoint
CREATE INDEX `outbox_created` ON `outbox` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`workplace_id` text NOT NULL,
	`takes_part` integer NOT NULL,
	`since` text NOT NULL,
	`hours_freed_per_month` integer,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workplace_id`) REFERENCES `workplaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agreements_once` ON `agreements` (`network_id`,`workplace_id`);--> statement-breakpoint
CREATE INDEX `agreements_workplace` ON `agreements` (`workplace_id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`network_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`since` text NOT NULL,
	`until` text,
	PRIMARY KEY(`network_id`, `person_id`, `role`),
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_person` ON `memberships` (`person_id`,`network_id`);--> statement-breakpoint
CREATE TABLE `network_units` (
	`network_id` text NOT NULL,
	`unit_id` text NOT NULL,
	PRIMARY KEY(`network_id`, `unit_id`),
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `network_units_unit` ON `network_units` (`unit_id`);--> statement-breakpoint
CREATE TABLE `networks` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`sort_key` text NOT NULL,
	`centre_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`centre_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `networks_sort` ON `networks` (`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `networks_centre` ON `networks` (`centre_id`);--> statement-breakpoint
CREATE TABLE `mail_preferences` (
	`person_id` text PRIMARY KEY NOT NULL,
	`has_invitations` integer DEFAULT true NOT NULL,
	`has_reminders` integer DEFAULT true NOT NULL,
	`has_changes` integer DEFAULT true NOT NULL,
	`is_subscribed` integer DEFAULT false NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `person_roles` (
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`person_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`sort_key` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`phone` text,
	`language` text DEFAULT 'nb' NOT NULL,
	`workplace_id` text,
	`unit_id` text,
	`job_title` text,
	`status` text DEFAULT 'active' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workplace_id`) REFERENCES `workplaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `persons_email` ON `persons` (`email_key`);--> statement-breakpoint
CREATE INDEX `persons_sort` ON `persons` (`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `persons_workplace` ON `persons` (`workplace_id`);--> statement-breakpoint
CREATE TABLE `rate_counters` (
	`key` text NOT NULL,
	`window_start` integer NOT NULL,
	`tries` integer NOT NULL,
	PRIMARY KEY(`key`, `window_start`)
);
--> statement-breakpoint
CREATE INDEX `rate_counters_window` ON `rate_counters` (`window_start`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_in_links_expiry` ON `sign_in_links` (`expires_at`);--> statement-breakpoint
CREATE INDEX `sign_in_links_person` ON `sign_in_links` (`person_id`);--> statement-breakpoint
CREATE TABLE `unit_leaders` (
	`unit_id` text NOT NULL,
	`person_id` text NOT NULL,
	`is_deputy` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`unit_id`, `person_id`),
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unit_leaders_person` ON `unit_leaders` (`person_id`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`sort_key` text NOT NULL,
	`parent_id` text
);
--> statement-breakpoint
CREATE INDEX `units_parent` ON `units` (`parent_id`);--> statement-breakpoint
CREATE INDEX `units_sort` ON `units` (`sort_key`);--> statement-breakpoint
CREATE TABLE `workplaces` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`sort_key` text NOT NULL,
	`trade` text NOT NULL,
	`size` text NOT NULL,
	`municipality` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `workplaces_sort` ON `workplaces` (`sort_key`,`id`);