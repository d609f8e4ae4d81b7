using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Trials.Organisations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations");
        builder.Property(organisation => organisation.Id).ValueGeneratedNever();
        builder.Property(organisation => organisation.Name).HasTypedText(Organisation.NameLength);
        builder.Property(organisation => organisation.SiteHost).HasMaxLength(TrialLengths.Host);
        builder.Property(organisation => organisation.Version).IsConcurrencyToken();
        builder.HasIndex(organisation => organisation.SiteHost).IsUnique();
    }
}

internal sealed class OrganisationMemberConfiguration : IEntityTypeConfiguration<OrganisationMember>
{
    public void Configure(EntityTypeBuilder<OrganisationMember> builder)
    {
        builder.ToTable("OrganisationMembers");
        builder.Property(member => member.Id).ValueGeneratedNever();
        builder.Property(member => member.Email).HasMaxLength(TrialLengths.Email);
        builder.Property(member => member.EmailKey).HasMaxLength(TrialLengths.Email);
        builder.Property(member => member.Name).HasTypedText(OrganisationMember.NameLength);
        builder.Property(member => member.SearchText).HasMaxLength(OrganisationMember.SearchTextLength);

        // Two organisations that take the same free member over at once: one of them does.
        builder.Property(member => member.OrganisationId).IsConcurrencyToken();
        builder.Ignore(member => member.Greeted);
        builder.HasIndex(member => member.EmailKey).IsUnique();
        builder.HasIndex(member => member.UserId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(member => member.OrganisationId);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(member => member.UserId);
        builder.HasMany(member => member.Assignments).WithOne().HasForeignKey(assignment => assignment.MemberId);
    }
}

internal sealed class ServiceAssignmentConfiguration : IEntityTypeConfiguration<ServiceAssignment>
{
    public void Configure(EntityTypeBuilder<ServiceAssignment> builder)
    {
        builder.ToTable("ServiceAssignments");
        builder.HasKey(assignment => new { assignment.MemberId, assignment.Service });
        builder.Property(assignment => assignment.Service).HasConversion<string>().HasMaxLength(TrialLengths.State);
    }
}

internal sealed class UsageFigureConfiguration : IEntityTypeConfiguration<UsageFigure>
{
    public void Configure(EntityTypeBuilder<UsageFigure> builder)
    {
        builder.ToTable("UsageFigures");
        builder.HasKey(figure => new { figure.OrganisationId, figure.Day, figure.Service });
        builder.Property(figure => figure.Service).HasConversion<string>().HasMaxLength(TrialLengths.State);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(figure => figure.OrganisationId);
    }
}
