using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Assist.Billing;

internal sealed class InvoiceConfiguration : IEntityTypeConfiguration<Invoice>
{
    public void Configure(EntityTypeBuilder<Invoice> builder)
    {
        builder.ToTable("Invoices");
        builder.Property(invoice => invoice.Id).ValueGeneratedNever();
        builder.Property(invoice => invoice.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(invoice => invoice.Reason).HasConversion<string>().HasMaxLength(20);
        builder.Property(invoice => invoice.Note).HasTypedText(Invoice.NoteLength);
        builder.Property(invoice => invoice.RecipientName).HasTypedText((2 * ContactDetails.NameLength) + 1);
        builder.Property(invoice => invoice.RecipientCompany).HasTypedText(ContactDetails.CompanyLength);
        builder.Property(invoice => invoice.RecipientEmail).HasMaxLength(Lengths.Email);
        builder.Property(invoice => invoice.Print).HasMaxLength(InvoicePrint.StoredLength)
            .HasConversion(print => InvoicePrint.Write(print!), text => InvoicePrint.Read(text));
        builder.Property(invoice => invoice.Currency).HasMaxLength(Lengths.Currency);
        builder.Ignore(invoice => invoice.Number).Ignore(invoice => invoice.Total)
            .Ignore(invoice => invoice.FurtherLines);
        builder.HasIndex(invoice => new { invoice.Year, invoice.Sequence }).IsUnique();

        // Two completions at once, or two waivers, or two corrections, can't both be written.
        builder.HasIndex(invoice => new { invoice.OrderId, invoice.Kind, invoice.Revision }).IsUnique();
        builder.HasIndex(invoice => new { invoice.HostUserId, invoice.Year, invoice.Sequence });

        // Reports are added up from it alone.
        builder.HasIndex(invoice => new
        {
            invoice.IssuedAt,
            invoice.PackageId,
            invoice.SiteId,
            invoice.Currency,
            invoice.Reason,
            invoice.TotalMinor,
        });
        builder.HasOne<Order>().WithMany().HasForeignKey(invoice => invoice.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Invoice>()
            .WithMany()
            .HasForeignKey(invoice => invoice.CreditedId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(invoice => invoice.Lines).WithOne().HasForeignKey(line => line.InvoiceId);
    }
}

internal sealed class InvoiceLineConfiguration : IEntityTypeConfiguration<InvoiceLine>
{
    public void Configure(EntityTypeBuilder<InvoiceLine> builder)
    {
        builder.ToTable("InvoiceLines");
        builder.HasKey(line => new { line.InvoiceId, line.Position });
        builder.Property(line => line.Kind).HasConversion<string>().HasMaxLength(30);
        builder.Property(line => line.Text).HasTypedText(FurtherLine.TextLength);
        builder.Property(line => line.Reason).HasTypedText(FurtherLine.ReasonLength);
    }
}

internal sealed class InvoiceCounterConfiguration : IEntityTypeConfiguration<InvoiceCounter>
{
    public void Configure(EntityTypeBuilder<InvoiceCounter> builder)
    {
        builder.ToTable("InvoiceCounters");
        builder.HasKey(counter => counter.Year);
        builder.Property(counter => counter.Year).ValueGeneratedNever();
    }
}
