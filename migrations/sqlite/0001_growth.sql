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
	`cleared_at` integer,
	FOREIGN KEY (`gathering_id`) REFERENCES `gatherings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `group_sessions_gathering` ON `group_sessions` (`gathering_id`,`case_slug`,`case_version`);--> statement-breakpoint
CREATE UNIQUE INDEX `group_sessions_code` ON `group_sessions` (`code`);--> statement-breakpoint
CREATE INDEX `group_sessions_case` ON `group_sessions` (`case_slug`,`case_version`);--> statement-breakpoint
CREATE INDEX `group_sessions_cleared` ON `group_sessions` (`cleared_at`);--> statement-breakpoint
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
ALTER TABLE `agenda_items` ADD `topic_id` text REFERENCES topics(id);--> statement-breakpoint
CREATE INDEX `agenda_items_topic` ON `agenda_items` (`topic_id`);