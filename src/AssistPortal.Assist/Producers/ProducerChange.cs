using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Assist.Producers;

/// <summary>A change of a producer, as a form asks for it.</summary>
public abstract record ProducerChange
{
    /// <summary>Changes the producer, who is tracked with all parts.</summary>
    internal abstract void Apply(Producer producer, PortalDbContext db);

    /// <summary>Everything but hours and time off. Whole days off stay the same days in another zone.</summary>
    public sealed record Profile(ProducerDetails Details) : ProducerChange
    {
        internal override void Apply(Producer producer, PortalDbContext db)
        {
            var isElsewhere = producer.TimeZone != Details.TimeZone;
            (producer.Name, producer.Email, producer.Phone) = (Details.Name, Details.Email, Details.Phone);
            (producer.TimeZone, producer.UserId, producer.IsActive) = (Details.TimeZone, Details.UserId, Details.IsActive);
            producer.Languages.RemoveAll(item => !Details.Languages.Contains(item.Language));
            producer.Languages.AddRange(Details.Languages.Except(producer.Languages.Select(item => item.Language))
                .Select(language => new ProducerLanguage { Language = language }));
            Qualify(producer, db);
            if (isElsewhere)
            {
                MoveDaysOff(producer);
            }
        }

        private void Qualify(Producer producer, PortalDbContext db)
        {
            producer.Qualifications.RemoveAll(item => Details.Qualifications.All(wanted => wanted.PackageId != item.PackageId));
            foreach (var wanted in Details.Qualifications)
            {
                if (producer.Qualifications.Find(item => item.PackageId == wanted.PackageId) is { } known)
                {
                    db.Entry(known).Property(item => item.ValidFrom).CurrentValue = wanted.ValidFrom;
                    db.Entry(known).Property(item => item.ValidUntil).CurrentValue = wanted.ValidUntil;
                }
                else
                {
                    producer.Qualifications.Add(new ProducerQualification
                    {
                        PackageId = wanted.PackageId, ValidFrom = wanted.ValidFrom, ValidUntil = wanted.ValidUntil,
                    });
                }
            }
        }

        private static void MoveDaysOff(Producer producer)
        {
            var zone = DateTimeZoneProviders.Tzdb[producer.TimeZone];
            List<TimeOff> days = [.. producer.TimeOff.Where(off => off.FirstDay is not null)];
            producer.TimeOff.RemoveAll(days.Contains);
            producer.TimeOff.AddRange(days.Select(off => TimeOff.Days(off.FirstDay!.Value, off.LastDay!.Value, zone)));
        }
    }

    /// <summary>Weekly hours and exceptional days, instead of those before.</summary>
    public sealed record Hours(IReadOnlyCollection<HoursDetails> Week, IReadOnlyCollection<ExceptionDetails> Exceptions) : ProducerChange
    {
        internal override void Apply(Producer producer, PortalDbContext db)
        {
            producer.Hours.RemoveAll(item => !Week.Contains(Of(item)));
            producer.Hours.AddRange(Week.Except(producer.Hours.Select(Of)).Select(item => new WorkingHours
            {
                Day = item.Day, StartMinute = item.StartMinute, EndMinute = item.EndMinute,
            }));
            producer.ExceptionalHours.RemoveAll(item => !Exceptions.Contains(Of(item)));
            producer.ExceptionalHours.AddRange(Exceptions.Except(producer.ExceptionalHours.Select(Of)).Select(item => new ExceptionalHours
            {
                Date = item.Date, StartMinute = item.StartMinute, EndMinute = item.EndMinute,
            }));
        }

        private static HoursDetails Of(WorkingHours hours) => new(hours.Day, hours.StartMinute, hours.EndMinute);

        private static ExceptionDetails Of(ExceptionalHours hours) => new(hours.Date, hours.StartMinute, hours.EndMinute);
    }

    public sealed record AddTimeOff(TimeOffDetails Details) : ProducerChange
    {
        internal override void Apply(Producer producer, PortalDbContext db)
        {
            var off = Details.In(DateTimeZoneProviders.Tzdb[producer.TimeZone]);
            if (!producer.TimeOff.Exists(known => known.Start == off.Start && known.End == off.End && known.FirstDay == off.FirstDay))
            {
                producer.TimeOff.Add(off);
            }
        }
    }

    public sealed record RemoveTimeOff(int Id) : ProducerChange
    {
        internal override void Apply(Producer producer, PortalDbContext db) => producer.TimeOff.RemoveAll(off => off.Id == Id);
    }
}
