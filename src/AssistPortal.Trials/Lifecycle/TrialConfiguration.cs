using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Trials.Lifecycle;

internal sealed class TrialConfiguration : IEntityTypeConfiguration<Trial>
{
    public void Configure(EntityTypeBuilder<Trial> builder)
    {
        builder.ToTable("Trials");
        builder.Property(trial => trial.Id).ValueGeneratedNever();
        builder.Property(trial => trial.Company).HasTypedText(Trial.CompanyLength);
        builder.Property(trial => trial.CompanyKey).HasMaxLength(Trial.CompanyKeyLength);
        builder.Property(trial => trial.Country).HasMaxLength(Trial.CountryLength);
        builder.Property(trial => trial.TimeZone).HasMaxLength(Trial.TimeZoneLength);
        builder.Property(trial => trial.Language).HasMaxLength(Trial.LanguageLength);
        builder.Property(trial => trial.Version).IsConcurrencyToken();
        builder.Ignore(trial => trial.Zone).Ignore(trial => trial.Life);
        builder.HasIndex(trial => trial.NextDueAt);
        builder.HasIndex(trial => new { trial.PartnerId, trial.EndsAt });

        // A partner's trials that still run or are in grace, among many more that are over: by what ends first.
        builder.HasIndex(trial => new { trial.PartnerId, trial.EndsAt }, "IX_Trials_Live")
            .HasFilter("\"EndedAt\" IS NULL AND \"ConvertedAt\" IS NULL");
        builder.HasIndex(trial => new { trial.PartnerId, trial.CompanyKey });
        builder.HasIndex(trial => new { trial.PartnerId, trial.CreatedAt });
        builder.HasIndex(trial => trial.OrganisationId);
        builder.HasIndex(trial => trial.CutOffAt);
        builder.HasMany(trial => trial.Services).WithOne().HasForeignKey(service => service.TrialId);
    }
}

internal sealed class TrialServiceConfiguration : IEntityTypeConfiguration<TrialService>
{
    public void Configure(EntityTypeBuilder<TrialService> builder)
    {
        builder.ToTable("TrialServices");
        builder.HasKey(service => new { service.TrialId, service.Service });
        builder.Property(service => service.Service).HasConversion<string>().HasMaxLength(TrialLengths.State);
    }
}

internal sealed class TrialNumberConfiguration : IEntityTypeConfiguration<TrialNumber>
{
    public void Configure(EntityTypeBuilder<TrialNumber> builder)
    {
        builder.ToTable("TrialNumbers");
        builder.HasKey(number => number.Number);
        builder.Property(number => number.Number).HasMaxLength(TrialNumber.Length);
        builder.HasOne<Trial>().WithMany().HasForeignKey(number => number.TrialId);
    }
}

internal sealed class TrialNoteConfiguration : IEntityTypeConfiguration<TrialNote>
{
    public void Configure(EntityTypeBuilder<TrialNote> builder)
    {
        builder.ToTable("TrialNotes");
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.Property(note => note.Text).HasTypedText(TrialLengths.Text);
        builder.HasIndex(note => new { note.TrialId, note.At });
        builder.HasOne<Trial>().WithMany().HasForeignKey(note => note.TrialId);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(note => note.AuthorId);
    }
}
