using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AssistPortal.Mail.Queue;

internal sealed class OutboxMailConfiguration : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("OutboxMails");
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.Cause).HasMaxLength(OutboxMail.KeyLength);
        builder.Property(mail => mail.SubjectId).HasMaxLength(OutboxMail.KeyLength);
        builder.Property(mail => mail.Recipient).HasMaxLength(OutboxMail.AddressLength);
        builder.Property(mail => mail.RecipientName).HasMaxLength(HeaderText.MaxLength);
        builder.Property(mail => mail.MessageId).HasMaxLength(HeaderText.MaxLength);
        builder.Property(mail => mail.InReplyTo).HasMaxLength(HeaderText.MaxLength);
        builder.Property(mail => mail.Language).HasMaxLength(OutboxMail.KeyLength);
        builder.Property(mail => mail.Subject).HasMaxLength(HeaderText.MaxLength);
        builder.Property(mail => mail.SearchText).HasMaxLength(OutboxMail.SearchTextLength);
        builder.Property(mail => mail.Summary).HasMaxLength(OutboxMail.SummaryLength);
        builder.Property(mail => mail.CalendarMethod).HasConversion<string>().HasMaxLength(10);
        builder.Property(mail => mail.ReplyTo).HasMaxLength(HeaderText.MaxLength);
        builder.Property(mail => mail.State).HasConversion<string>().HasMaxLength(10).IsConcurrencyToken();
        builder.Property(mail => mail.LeaseOwner).IsConcurrencyToken();
        builder.Property(mail => mail.Failure).HasConversion<string>().HasMaxLength(20);
        builder.Property(mail => mail.LastError).HasMaxLength(OutboxMail.ErrorLength);
        builder.Property(mail => mail.TraceParent).HasMaxLength(OutboxMail.TraceParentLength).IsUnicode(false);
        builder.HasIndex(mail => new { mail.SubjectId, mail.Cause, mail.Revision, mail.Recipient }).IsUnique();
        builder.HasIndex(mail => new { mail.SubjectId, mail.Recipient, mail.State });
        builder.HasIndex(mail => new { mail.State, mail.NextAttemptAt });
        builder.HasIndex(mail => new { mail.State, mail.CreatedAt });
        builder.HasIndex(mail => mail.CreatedAt);
        builder.HasIndex(mail => new { mail.Recipient, mail.CreatedAt });
        builder.HasIndex(mail => mail.DigestId);
        builder.Ignore(mail => mail.EnclosedCalendars);
    }
}
