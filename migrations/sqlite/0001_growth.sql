CREATE TABLE `group_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`question_id` text NOT NULL,
	`round` integer NOT NULL,
	`group_number` integer NOT NULL,
	`words` text NOT NULL,
	`choice` integer,
	`version` integer NOT NULL,
	`is_about_nav` integer DEFAULT false NOT NULL,
	`is_sent_to_nav` integer DEFAULT false NOT NULL,
	`may_share` integer DEFAULT false NOT NULL,
	`approved_by_id` text,
	`cluster_id` text,
	`party` text,
	FOREIGN KEY (`session_id`) REFERENCES `group_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `group_answers_group` ON `group_answers` (`session_id`,`question_id`,`round`,`group_number`);--> statement-breakpoint
CREATE TABLE `group_clusters` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`question_id` text NOT NULL,
	`round` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `group_sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `group_clusters_round` ON `group_clusters` (`session_id`,`question_id`,`round`);--> statement-breakpoint
CREATE TABLE `group_devices` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`group_number` integer NOT NULL,
	`number` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `group_sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `group_devices_session` ON `group_devices` (`session_id`,`number`);--> statement-breakpoint
CREATE TABLE `group_groups` (
	`session_id` text NOT NULL,
	`number` integer NOT NULL,
	`size` integer,
	`version` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`session_id`, `number`),
	FOREIGN KEY (`session_id`) REFERENCES `group_sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `group_questions` (
	`session_id` text NOT NULL,
	`question_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`is_about_nav` integer NOT NULL,
	`wording` text NOT NULL,
	PRIMARY KEY(`session_id`, `question_id`),
	FOREIGN KEY (`session_id`) REFERENCES `group_sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `group_rounds` (
	`session_id` text NOT NULL,
	`question_id` text NOT NULL,
	`round` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`ends_at` integer,
	`closed_at` integer,
	`revealed_at` integer,
	PRIMARY KEY(`session_id`, `question_id`, `round`),
	FOREIGN KEY (`session_id`) REFERENCES `group_sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `group_saves` (
	`id` text PRIMARY KEY NOT NULL,
	`answer_id` text NOT NULL,
	`version` integer NOT NULL,
	`words` text NOT NULL,
	`choice` integer,
	`outcome` text NOT NULL,
	FOREIGN KEY (`answer_id`) REFERENCES `group_answers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `group_saves_answer` ON `group_saves` (`answer_id`,`version`);--> statement-breakpoint
CREATE TABLE `group_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`gathering_id` text NOT NULL,
	`case_slug` text NOT NULL,
	`case_version` integer NOT NULL,
	`title` text NOT NULL,
	`code` text,
	`version` integer DEFAULT 0 NOT NULL,
	`staff_version` integer DEFAULT 0 NOT NULL,
	`opened_by_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `group_sessions_gathering` ON `group_sessions` (`gathering_id`,`case_slug`,`case_version`);--> statement-breakpoint
CREATE UNIQUE INDEX `group_sessions_code` ON `group_sessions` (`code`);--> statement-breakpoint
CREATE INDEX `group_sessions_case` ON `group_sessions` (`case_slug`,`case_version`);--> statement-breakpoint
CREATE TABLE `minute_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`gathering_id` text NOT NULL,
	`network_id` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`words` text NOT NULL,
	`responsible_id` text,
	`responsible` text,
	`due_on` text,
	`done_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by_id` text,
	`corrected_at` integer,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`responsible_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `minute_actions_gathering` ON `minute_actions` (`gathering_id`,`position`,`id`);--> statement-breakpoint
CREATE INDEX `minute_actions_open` ON `minute_actions` (`network_id`,`kind`,`done_on`,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `minute_actions_responsible` ON `minute_actions` (`responsible_id`);--> statement-breakpoint
CREATE TABLE `minute_feedback` (
	`minute_item_id` text NOT NULL,
	`line_key` text NOT NULL,
	`feedback_id` text NOT NULL,
	PRIMARY KEY(`minute_item_id`, `line_key`),
	FOREIGN KEY (`minute_item_id`) REFERENCES `minute_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `minute_items` (
	`id` text PRIMARY KEY NOT NULL,
	`gathering_id` text NOT NULL,
	`agenda_item_id` text,
	`position` integer NOT NULL,
	`heading` text NOT NULL,
	`words` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by_id` text,
	`corrected_at` integer,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `minute_items_gathering` ON `minute_items` (`gathering_id`,`position`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `minute_items_once` ON `minute_items` (`gathering_id`,`agenda_item_id`);--> statement-breakpoint
CREATE TABLE `minutes` (
	`gathering_id` text PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`link_version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `tries` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`person_id` text NOT NULL,
	`words` text NOT NULL,
	`is_shared` integer DEFAULT false NOT NULL,
	`noted_on` text NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tries_network` ON `tries` (`network_id`,`is_shared`,`noted_on`,`id`);--> statement-breakpoint
CREATE INDEX `tries_person` ON `tries` (`person_id`,`network_id`,`noted_on`);--> statement-breakpoint
CREATE TABLE `coupling_half_years` (
	`network_id` text NOT NULL,
	`half_year` text NOT NULL,
	`counts` text NOT NULL,
	`counted_on` text NOT NULL,
	PRIMARY KEY(`network_id`, `half_year`),
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `news_told` (
	`person_id` text PRIMARY KEY NOT NULL,
	`up_to` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `practice_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`words` text NOT NULL,
	`link` text,
	`recorded_by_id` text NOT NULL,
	`recorded_on` text NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `learning_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `practice_changes_item` ON `practice_changes` (`item_id`,`recorded_on`);--> statement-breakpoint
CREATE INDEX `practice_changes_decision` ON `practice_changes` (`decision_id`);--> statement-breakpoint
CREATE TABLE `sealed_feedback` (
	`network_id` text NOT NULL,
	`opens_on` text NOT NULL,
	`sealed` text NOT NULL,
	PRIMARY KEY(`network_id`, `opens_on`),
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sealed_feedback_opens` ON `sealed_feedback` (`opens_on`);--> statement-breakpoint
CREATE TABLE `employer_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`workplace_id` text NOT NULL,
	`name` text NOT NULL,
	`sort_key` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`language` text DEFAULT 'nb' NOT NULL,
	`since` text NOT NULL,
	`until` text,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workplace_id`) REFERENCES `workplaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `employer_contacts_once` ON `employer_contacts` (`network_id`,`email_key`);--> statement-breakpoint
CREATE INDEX `employer_contacts_sort` ON `employer_contacts` (`network_id`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `employer_contacts_workplace` ON `employer_contacts` (`workplace_id`);--> statement-breakpoint
CREATE TABLE `topic_votes` (
	`topic_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`topic_id`, `person_id`),
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `topic_votes_person` ON `topic_votes` (`person_id`);--> statement-breakpoint
CREATE TABLE `topics` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`words` text NOT NULL,
	`source` text NOT NULL,
	`proposed_by_id` text,
	`proposed_on` text NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `topics_network` ON `topics` (`network_id`,`proposed_on`,`id`);--> statement-breakpoint
CREATE INDEX `topics_person` ON `topics` (`proposed_by_id`);--> statement-breakpoint
DROP INDEX `learning_items_rule`;--> statement-breakpoint
ALTER TABLE `learning_items` ADD `lane` text;--> statement-breakpoint
ALTER TABLE `learning_items` ADD `rule_id` text REFERENCES rules(id);--> statement-breakpoint
CREATE INDEX `learning_items_lane` ON `learning_items` (`lane`,`network_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `learning_items_suggested` ON `learning_items` (`suggested_rule_id`);--> statement-breakpoint
CREATE INDEX `learning_items_rule` ON `learning_items` (`rule_id`,`network_id`,`created_at`,`id`);--> statement-breakpoint
DROP INDEX `referrals_to`;--> statement-breakpoint
ALTER TABLE `referrals` ADD `ended_at` integer;--> statement-breakpoint
CREATE INDEX `referrals_waiting` ON `referrals` (`ended_at`,`item_id`);--> statement-breakpoint
CREATE INDEX `referrals_to` ON `referrals` (`to_id`,`ended_at`,`at`);--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `topic_id` text REFERENCES topics(id);--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `begun_at` integer;--> statement-breakpoint
CREATE INDEX `agenda_items_topic` ON `agenda_items` (`topic_id`);--> statement-breakpoint
ALTER TABLE `feedback` ADD `is_waiting` integer DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX `feedback_waiting` ON `feedback` (`is_waiting`,`network_id`,`visible_from`,`id`);--> statement-breakpoint
ALTER TABLE `vote_rounds` ADD `reminded_at` integer;--> statement-breakpoint
CREATE INDEX `learning_log_at` ON `learning_log` (`at`);