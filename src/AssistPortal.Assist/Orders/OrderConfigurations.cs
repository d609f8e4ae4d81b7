using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Assist.Orders;

internal sealed class OrderConfiguration : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("Orders");
        builder.Property(order => order.Id).ValueGeneratedNever();
        builder.Property(order => order.Number).HasMaxLength(RequestNumber.Length);
        builder.Property(order => order.SessionKey).HasMaxLength(Lengths.SessionKey);
        builder.Property(order => order.SessionHostEmail).HasMaxLength(Lengths.Email);
        builder.Property(order => order.UpdateNoticeHours).HasDefaultValue(24).HasSentinel(-1);
        builder.Property(order => order.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(order => order.PageLanguage).HasMaxLength(Lengths.Language);
        builder.Property(order => order.Currency).HasMaxLength(Lengths.Currency);
        builder.Property(order => order.LanguageAnswer).HasConversion<string>().HasMaxLength(20)
            .HasDefaultValue(LanguageAnswer.NotNeeded).HasSentinel(LanguageAnswer.NotNeeded);
        builder.Property(order => order.ReportEmail).HasMaxLength(Lengths.Email);
        builder.Property(order => order.Rates).HasJson();
        builder.Property(order => order.FeeLines).HasJson();
        builder.Property(order => order.CancellationTiers).HasJson();
        builder.Property(order => order.SessionWishes).HasJson();
        builder.Property(order => order.SearchText).HasMaxLength(OrderSearchText.Length);
        builder.Property(order => order.Version).IsConcurrencyToken();
        builder.Ignore(order => order.RequestNumber).Ignore(order => order.CalendarUid)
            .Ignore(order => order.ProducerCalendarUid).Ignore(order => order.StandardFee)
            .Ignore(order => order.IsLanguageAnswered).Ignore(order => order.WishedTimes)
            .Ignore(order => order.AccessStamp)
            .Ignore(order => order.CancellationTerms).Ignore(order => order.CanLiftLeastCancellation);
        builder.ComplexProperty(order => order.Contact, ContactColumns.Configure);
        builder.ComplexProperty(order => order.Time, time =>
        {
            time.Property(value => value.Start).HasColumnName("Start");
            time.Property(value => value.DurationMinutes).HasColumnName("DurationMinutes");
            time.Property(value => value.TimeZone).HasColumnName("TimeZone").HasMaxLength(Lengths.TimeZone);
        });
        builder.ComplexProperty(order => order.Event, details =>
        {
            details.Property(value => value.Topic).HasColumnName("Topic").HasTypedText(EventDetails.TopicLength);
            details.Property(value => value.MeetingNumber)
                .HasColumnName("MeetingNumber")
                .HasMaxLength(EventDetails.MeetingNumberLength);
            details.Property(value => value.MeetingUrl)
                .HasColumnName("MeetingUrl")
                .HasMaxLength(EventDetails.MeetingUrlLength);
            details.Property(value => value.ExpectedAttendees).HasColumnName("ExpectedAttendees");
            details.Property(value => value.Presenters)
                .HasColumnName("Presenters")
                .HasTypedText(EventDetails.PresentersLength);
            details.Property(value => value.Agenda).HasColumnName("Agenda").HasTypedText(EventDetails.AgendaLength);
            details.Property(value => value.RecordingFormat)
                .HasColumnName("RecordingFormat")
                .HasConversion<string>()
                .HasMaxLength(20);
            details.Property(value => value.Language).HasColumnName("AssistLanguage").HasMaxLength(Lengths.Language);
            details.Property(value => value.OtherComments)
                .HasColumnName("OtherComments")
                .HasTypedText(EventDetails.OtherCommentsLength);
        });
        builder.HasIndex(order => order.Number).IsUnique();
        builder.HasIndex(order => order.DraftId).IsUnique();
        builder.HasIndex(order => order.SessionKey);

        // Lists by the time of ordering; those by other columns stand in OrderListIndexes.
        builder.HasIndex(order => new { order.PlacedAt, order.Id });
        builder.HasIndex(order => new { order.State, order.PlacedAt, order.Id });
        builder.HasIndex(order => new { order.SiteId, order.PlacedAt, order.Id });
        builder.HasIndex(order => new { order.ProducerId, order.PlacedAt, order.Id });
        builder.HasIndex(order => new { order.HostUserId, order.PlacedAt, order.Id });
        builder.HasIndex(order => new { order.OwnerId, order.PlacedAt, order.Id });
        builder.HasOne<Site>().WithMany().HasForeignKey(order => order.SiteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ServicePackage>()
            .WithMany()
            .HasForeignKey(order => order.PackageId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Producer>()
            .WithMany()
            .HasForeignKey(order => order.ProducerId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>()
            .WithMany()
            .HasForeignKey(order => order.HostUserId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>()
            .WithMany()
            .HasForeignKey(order => order.OwnerId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>()
            .WithMany()
            .HasForeignKey(order => order.PlacedById)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(order => order.Report).WithOne().HasForeignKey<OrderReport>(report => report.OrderId);
        builder.HasMany(order => order.Recordings).WithOne().HasForeignKey(recording => recording.OrderId);
    }
}

internal static class ContactColumns
{
    public static void Configure(ComplexPropertyBuilder<ContactDetails> contact)
    {
        contact.Property(value => value.FirstName).HasColumnName("FirstName").HasTypedText(ContactDetails.NameLength);
        contact.Property(value => value.LastName).HasColumnName("LastName").HasTypedText(ContactDetails.NameLength);
        contact.Property(value => value.Phone).HasColumnName("Phone").HasMaxLength(ContactDetails.PhoneLength);
        contact.Property(value => value.Email).HasColumnName("Email").HasMaxLength(ContactDetails.EmailLength);
        contact.Property(value => value.Company).HasColumnName("Company").HasTypedText(ContactDetails.CompanyLength);
    }
}

internal sealed class OrderReportConfiguration : IEntityTypeConfiguration<OrderReport>
{
    public void Configure(EntityTypeBuilder<OrderReport> builder)
    {
        builder.ToTable("OrderReports");
        builder.HasKey(report => report.OrderId);
        builder.Property(report => report.OrderId).ValueGeneratedNever();
    }
}

internal sealed class OrderRecordingConfiguration : IEntityTypeConfiguration<OrderRecording>
{
    public void Configure(EntityTypeBuilder<OrderRecording> builder)
    {
        builder.ToTable("OrderRecordings");
        builder.Property(recording => recording.Address).HasMaxLength(OrderRecording.AddressLength);
    }
}

internal sealed class OrderNoteConfiguration : IEntityTypeConfiguration<OrderNote>
{
    public void Configure(EntityTypeBuilder<OrderNote> builder)
    {
        builder.ToTable("OrderNotes");
        builder.Property(note => note.Text).HasTypedText(OrderNote.TextLength);
        builder.HasIndex(note => note.OrderId);
        builder.HasOne<Order>().WithMany().HasForeignKey(note => note.OrderId);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(note => note.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OrderMessageConfiguration : IEntityTypeConfiguration<OrderMessage>
{
    public void Configure(EntityTypeBuilder<OrderMessage> builder)
    {
        builder.ToTable("OrderMessages");
        builder.HasKey(message => new { message.OrderId, message.Position });
        builder.Property(message => message.Position).ValueGeneratedNever();
        builder.Property(message => message.Text).HasTypedText(OrderMessage.TextLength);
        builder.HasOne<Order>().WithMany().HasForeignKey(message => message.OrderId);
        builder.HasOne<PortalUser>()
            .WithMany()
            .HasForeignKey(message => message.AuthorId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
