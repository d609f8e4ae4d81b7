using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AssistPortal.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ReservationIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Reservations_ProducerId_Start",
                table: "Reservations");

            migrationBuilder.DropIndex(
                name: "IX_Reservations_Start",
                table: "Reservations");

            migrationBuilder.CreateIndex(
                name: "IX_Reservations_ProducerId_StartQuarter_EndQuarter_HoldUntil_DraftId",
                table: "Reservations",
                columns: new[] { "ProducerId", "StartQuarter", "EndQuarter", "HoldUntil", "DraftId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Reservations_ProducerId_StartQuarter_EndQuarter_HoldUntil_DraftId",
                table: "Reservations");

            migrationBuilder.CreateIndex(
                name: "IX_Reservations_ProducerId_Start",
                table: "Reservations",
                columns: new[] { "ProducerId", "Start" });

            migrationBuilder.CreateIndex(
                name: "IX_Reservations_Start",
                table: "Reservations",
                column: "Start");
        }
    }
}
