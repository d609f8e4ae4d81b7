using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Revisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Assist.Producers;

internal sealed class ProducerConfiguration : IEntityTypeConfiguration<Producer>
{
    public void Configure(EntityTypeBuilder<Producer> builder)
    {
        builder.ToTable("Producers").CachedAs(AssistTopics.Producers);
        builder.Property(producer => producer.Name).HasTypedText(Producer.NameLength);
        builder.Property(producer => producer.Email).HasMaxLength(Lengths.Email);
        builder.Property(producer => producer.Phone).HasMaxLength(Lengths.Phone);
        builder.Property(producer => producer.TimeZone).HasMaxLength(Lengths.TimeZone);
        builder.Property(producer => producer.Version).IsConcurrencyToken();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(producer => producer.UserId);
        builder.HasMany(producer => producer.Languages).WithOne().HasForeignKey(language => language.ProducerId);
        builder.HasMany(producer => producer.Qualifications).WithOne().HasForeignKey(item => item.ProducerId);
        builder.HasMany(producer => producer.Hours).WithOne().HasForeignKey(hours => hours.ProducerId);
        builder.HasMany(producer => producer.ExceptionalHours).WithOne().HasForeignKey(hours => hours.ProducerId);
        builder.HasMany(producer => producer.TimeOff).WithOne().HasForeignKey(off => off.ProducerId);
        builder.HasMany(producer => producer.BusyTimes).WithOne().HasForeignKey(busy => busy.ProducerId);
    }
}

internal sealed class ProducerLanguageConfiguration : IEntityTypeConfiguration<ProducerLanguage>
{
    public void Configure(EntityTypeBuilder<ProducerLanguage> builder)
    {
        builder.ToTable("ProducerLanguages").CachedAs(AssistTopics.Producers);
        builder.HasKey(language => new { language.ProducerId, language.Language });
        builder.Property(language => language.Language).HasMaxLength(Lengths.Language);
    }
}

internal sealed class ProducerQualificationConfiguration : IEntityTypeConfiguration<ProducerQualification>
{
    public void Configure(EntityTypeBuilder<ProducerQualification> builder)
    {
        builder.ToTable("ProducerQualifications").CachedAs(AssistTopics.Producers);
        builder.HasKey(item => new { item.ProducerId, item.PackageId });
        builder.HasOne<ServicePackage>().WithMany().HasForeignKey(item => item.PackageId);
    }
}

internal sealed class WorkingHoursConfiguration : IEntityTypeConfiguration<WorkingHours>
{
    public void Configure(EntityTypeBuilder<WorkingHours> builder)
    {
        builder.ToTable("ProducerHours", table => table.HasCheckConstraint(
            "CK_ProducerHours_Span",
            "\"StartMinute\" >= 0 AND \"StartMinute\" < \"EndMinute\" AND \"EndMinute\" <= 2880"))
            .CachedAs(AssistTopics.Producers);
        builder.HasIndex(hours => new { hours.ProducerId, hours.Day });
    }
}

internal sealed class ExceptionalHoursConfiguration : IEntityTypeConfiguration<ExceptionalHours>
{
    public void Configure(EntityTypeBuilder<ExceptionalHours> builder)
    {
        builder.ToTable("ProducerExceptionalHours", table => table.HasCheckConstraint(
            "CK_ProducerExceptionalHours_Span",
            "(\"StartMinute\" IS NULL AND \"EndMinute\" IS NULL) OR "
            + "(\"StartMinute\" >= 0 AND \"StartMinute\" < \"EndMinute\" AND \"EndMinute\" <= 2880)"))
            .CachedAs(AssistTopics.Producers);
        builder.HasIndex(hours => new { hours.ProducerId, hours.Date });
    }
}

internal sealed class TimeOffConfiguration : IEntityTypeConfiguration<TimeOff>
{
    public void Configure(EntityTypeBuilder<TimeOff> builder)
    {
        builder.ToTable("ProducerTimeOff").CachedAs(AssistTopics.Producers);
        builder.HasIndex(off => new { off.ProducerId, off.Start });
    }
}
