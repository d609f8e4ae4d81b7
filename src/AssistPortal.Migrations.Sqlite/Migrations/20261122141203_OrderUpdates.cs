using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AssistPortal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OrderUpdates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ProducerTimeOff_End",
                table: "ProducerTimeOff");

            migrationBuilder.DropIndex(
                name: "IX_ProducerExceptionalHours_Date",
                table: "ProducerExceptionalHours");

            migrationBuilder.AddColumn<string>(
                name: "DirectoryAddress",
                table: "Sites",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ScheduleChange",
                table: "Sites",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "OpensSchedulingPage");

            migrationBuilder.AddColumn<string>(
                name: "SchedulingPage",
                table: "Sites",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Sites",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "CancellationFeeMinor",
                table: "Orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CancelledAt",
                table: "Orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SessionHostEmail",
                table: "Orders",
                type: "TEXT",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "UpdateNoticeHours",
                table: "Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 24);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "MeetingSessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Attempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attempts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OrderAccessTokens",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MailedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderAccessTokens", x => x.Hash);
                    table.ForeignKey(
                        name: "FK_OrderAccessTokens_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OrderUpdates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VisitorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    FormerStart = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Start = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: true),
                    FormerProducerId = table.Column<int>(type: "INTEGER", nullable: true),
                    ProducerId = table.Column<int>(type: "INTEGER", nullable: true),
                    Meeting = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    MeetingFault = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    MeetingTrackingId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    MeetingLeaseUntil = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderUpdates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OrderUpdates_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_At",
                table: "Attempts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_Key_At",
                table: "Attempts",
                columns: new[] { "Key", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderAccessTokens_OrderId",
                table: "OrderAccessTokens",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_OrderUpdates_Meeting",
                table: "OrderUpdates",
                column: "Meeting");

            migrationBuilder.CreateIndex(
                name: "IX_OrderUpdates_OrderId_VisitorId",
                table: "OrderUpdates",
                columns: new[] { "OrderId", "VisitorId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Attempts");

            migrationBuilder.DropTable(
                name: "OrderAccessTokens");

            migrationBuilder.DropTable(
                name: "OrderUpdates");

            migrationBuilder.DropColumn(
                name: "DirectoryAddress",
                table: "Sites");

            migrationBuilder.DropColumn(
                name: "ScheduleChange",
                table: "Sites");

            migrationBuilder.DropColumn(
                name: "SchedulingPage",
                table: "Sites");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Sites");

            migrationBuilder.DropColumn(
                name: "CancellationFeeMinor",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "CancelledAt",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "SessionHostEmail",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "UpdateNoticeHours",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "MeetingSessions");

            migrationBuilder.CreateIndex(
                name: "IX_ProducerTimeOff_End",
                table: "ProducerTimeOff",
                column: "End");

            migrationBuilder.CreateIndex(
                name: "IX_ProducerExceptionalHours_Date",
                table: "ProducerExceptionalHours",
                column: "Date");
        }
    }
}
