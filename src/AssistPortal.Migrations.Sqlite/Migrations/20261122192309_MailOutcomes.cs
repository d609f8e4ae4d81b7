using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AssistPortal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MailOutcomes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "DigestId",
                table: "OutboxMails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Failure",
                table: "OutboxMails",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Interruptions",
                table: "OutboxMails",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "ResentAt",
                table: "OutboxMails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Summary",
                table: "OutboxMails",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "WantsMailDigest",
                table: "AspNetUsers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "OrderReminders",
                columns: table => new
                {
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderReminders", x => x.OrderId);
                    table.ForeignKey(
                        name: "FK_OrderReminders_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_CreatedAt",
                table: "OutboxMails",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_DigestId",
                table: "OutboxMails",
                column: "DigestId");

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_Recipient_CreatedAt",
                table: "OutboxMails",
                columns: new[] { "Recipient", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_State_CreatedAt",
                table: "OutboxMails",
                columns: new[] { "State", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMails_SubjectId_Recipient_State",
                table: "OutboxMails",
                columns: new[] { "SubjectId", "Recipient", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderReminders_DueAt",
                table: "OrderReminders",
                column: "DueAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OrderReminders");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMails_CreatedAt",
                table: "OutboxMails");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMails_DigestId",
                table: "OutboxMails");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMails_Recipient_CreatedAt",
                table: "OutboxMails");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMails_State_CreatedAt",
                table: "OutboxMails");

            migrationBuilder.DropIndex(
                name: "IX_OutboxMails_SubjectId_Recipient_State",
                table: "OutboxMails");

            migrationBuilder.DropColumn(
                name: "DigestId",
                table: "OutboxMails");

            migrationBuilder.DropColumn(
                name: "Failure",
                table: "OutboxMails");

            migrationBuilder.DropColumn(
                name: "Interruptions",
                table: "OutboxMails");

            migrationBuilder.DropColumn(
                name: "ResentAt",
                table: "OutboxMails");

            migrationBuilder.DropColumn(
                name: "Summary",
                table: "OutboxMails");

            migrationBuilder.DropColumn(
                name: "WantsMailDigest",
                table: "AspNetUsers");
        }
    }
}
