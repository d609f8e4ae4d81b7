using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AssistPortal.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class CorrectedInvoices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Invoices_OrderId_Kind",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Contracts_SiteId_PackageId",
                table: "Contracts");

            migrationBuilder.AddColumn<string>(
                name: "Print",
                table: "Invoices",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Invoices",
                type: "int",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_OrderId_Kind_Revision",
                table: "Invoices",
                columns: new[] { "OrderId", "Kind", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_SiteId_PackageId_Currency",
                table: "Contracts",
                columns: new[] { "SiteId", "PackageId", "Currency" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Invoices_OrderId_Kind_Revision",
                table: "Invoices");

            migrationBuilder.DropIndex(
                name: "IX_Contracts_SiteId_PackageId_Currency",
                table: "Contracts");

            migrationBuilder.DropColumn(
                name: "Print",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "Invoices");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_OrderId_Kind",
                table: "Invoices",
                columns: new[] { "OrderId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_SiteId_PackageId",
                table: "Contracts",
                columns: new[] { "SiteId", "PackageId" },
                unique: true);
        }
    }
}
