using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AssistPortal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ProducerCalendar : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "FirstDay",
                table: "ProducerTimeOff",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LastDay",
                table: "ProducerTimeOff",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ValidFrom",
                table: "ProducerQualifications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ValidUntil",
                table: "ProducerQualifications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ProducerExceptionalHours",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProducerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartMinute = table.Column<int>(type: "INTEGER", nullable: true),
                    EndMinute = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProducerExceptionalHours", x => x.Id);
                    table.CheckConstraint("CK_ProducerExceptionalHours_Span", "(\"StartMinute\" IS NULL AND \"EndMinute\" IS NULL) OR (\"StartMinute\" >= 0 AND \"StartMinute\" < \"EndMinute\" AND \"EndMinute\" <= 2880)");
                    table.ForeignKey(
                        name: "FK_ProducerExceptionalHours_Producers_ProducerId",
                        column: x => x.ProducerId,
                        principalTable: "Producers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ProducerExceptionalHours_Date",
                table: "ProducerExceptionalHours",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "IX_ProducerExceptionalHours_ProducerId_Date",
                table: "ProducerExceptionalHours",
                columns: new[] { "ProducerId", "Date" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProducerExceptionalHours");

            migrationBuilder.DropColumn(
                name: "FirstDay",
                table: "ProducerTimeOff");

            migrationBuilder.DropColumn(
                name: "LastDay",
                table: "ProducerTimeOff");

            migrationBuilder.DropColumn(
                name: "ValidFrom",
                table: "ProducerQualifications");

            migrationBuilder.DropColumn(
                name: "ValidUntil",
                table: "ProducerQualifications");
        }
    }
}
