CREATE TABLE `case_catalogue` (
	`id` text PRIMARY KEY NOT NULL,
	`stamp` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `case_sources` (
	`slug` text NOT NULL,
	`version` integer NOT NULL,
	`language` text NOT NULL,
	`markdown` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_by_id` text,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`slug`, `version`, `language`),
	FOREIGN KEY (`saved_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `case_versions` (
	`slug` text NOT NULL,
	`version` integer NOT NULL,
	`revision` integer NOT NULL,
	`fault_count` integer NOT NULL,
	`created_at` integer NOT NULL,
	`approved_revision` integer,
	`approved_by_id` text,
	`approved_at` integer,
	`published_at` integer,
	PRIMARY KEY(`slug`, `version`),
	FOREIGN KEY (`slug`) REFERENCES `written_cases`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `case_writers` (
	`slug` text NOT NULL,
	`version` integer NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`slug`, `version`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_writers_person` ON `case_writers` (`person_id`);--> statement-breakpoint
CREATE TABLE `written_cases` (
	`slug` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`published_version` integer,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE INDEX `written_cases_created` ON `written_cases` (`created_at`,`slug`);--> statement-breakpoint
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