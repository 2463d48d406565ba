CREATE TABLE `black_outs` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `black_outs_once` ON `black_outs` (`network_id`,`from`,`to`,`words`);--> statement-breakpoint
CREATE TABLE `half_years` (
	`network_id` text NOT NULL,
	`half` text NOT NULL,
	`gatherings` integer NOT NULL,
	`exchanges` integer NOT NULL,
	`invited` integer NOT NULL,
	`answered` integer NOT NULL,
	`listed` integer NOT NULL,
	`attended` integer NOT NULL,
	`mentors` integer NOT NULL,
	`workplaces` integer NOT NULL,
	`office_staff` integer NOT NULL,
	`centre_staff` integer NOT NULL,
	`trades` text NOT NULL,
	`wishes` integer NOT NULL,
	`wishes_taken` integer NOT NULL,
	`professional_minutes` integer NOT NULL,
	`dialogue_minutes` integer NOT NULL,
	`counted_on` text NOT NULL,
	PRIMARY KEY(`network_id`, `half`),
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
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
CREATE TABLE `agreement_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`workplace_id` text NOT NULL,
	`sent_by_id` text NOT NULL,
	`sent_on` text NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workplace_id`) REFERENCES `workplaces`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agreement_letters_workplace` ON `agreement_letters` (`network_id`,`workplace_id`,`sent_on`);--> statement-breakpoint
CREATE TABLE `ring_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`section` text NOT NULL,
	`position` integer NOT NULL,
	`label` text NOT NULL,
	`phone` text NOT NULL,
	`note` text,
	`deputy_name` text,
	`deputy_phone` text,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ring_lines_network` ON `ring_lines` (`network_id`,`position`,`id`);--> statement-breakpoint
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
DROP INDEX `gatherings_series`;--> statement-breakpoint
ALTER TABLE `gatherings` ADD `series_date` text;--> statement-breakpoint
ALTER TABLE `gatherings` ADD `audience` text DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
ALTER TABLE `gatherings` ADD `invite_on` text;--> statement-breakpoint
CREATE INDEX `gatherings_invite` ON `gatherings` (`invite_on`);--> statement-breakpoint
CREATE INDEX `gatherings_series` ON `gatherings` (`series_id`,`starts_at`);--> statement-breakpoint
DROP INDEX `series_network`;--> statement-breakpoint
ALTER TABLE `series` ADD `audience` text DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
CREATE INDEX `series_network` ON `series` (`network_id`,`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `topic_id` text REFERENCES topics(id);--> statement-breakpoint
CREATE INDEX `agenda_items_topic` ON `agenda_items` (`topic_id`);