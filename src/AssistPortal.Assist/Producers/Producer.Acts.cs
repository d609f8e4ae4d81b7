using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Assist.Producers;

/// <content>What happens to a producer, who was read with all parts; each act with its guard.</content>
public sealed partial class Producer
{
    private const int LastMinute = 2 * 24 * 60;

    /// <summary>Changes everything but hours and time off. Whole days off stay the same days in another zone.</summary>
    /// <exception cref="ArgumentException">A text is blank or too long, or the zone is none.</exception>
    public void Change(ProducerDetails details)
    {
        Check(details);
        var isElsewhere = TimeZone != details.TimeZone;
        (Name, Email, Phone) = (details.Name, details.Email, details.Phone);
        (TimeZone, UserId, IsActive) = (details.TimeZone, details.UserId, details.IsActive);
        languages.RemoveAll(item => !details.Languages.Contains(item.Language));
        languages.AddRange(
            details.Languages.Except(languages.Select(item => item.Language), StringComparer.Ordinal).ToList()
                .ConvertAll(language => new ProducerLanguage { Language = language }));
        Qualify(details.Qualifications);
        if (isElsewhere)
        {
            MoveDaysOff();
        }
    }

    /// <summary>Says whether the producer works at all.</summary>
    public void SetActive(bool isActive) => IsActive = isActive;

    /// <summary>Gives the producer weekly hours and exceptional days, instead of those before.</summary>
    /// <exception cref="ArgumentException">An interval ends before it begins, or past the next day.</exception>
    public void ChangeHours(IReadOnlyCollection<HoursDetails> week, IReadOnlyCollection<ExceptionDetails> exceptions)
    {
        foreach (var item in week)
        {
            CheckSpan(item.StartMinute, item.EndMinute);
        }

        foreach (var item in exceptions.Where(item => (item.StartMinute ?? item.EndMinute) is not null))
        {
            CheckSpan(item.StartMinute ?? -1, item.EndMinute ?? -1);
        }

        hours.RemoveAll(item => !week.Contains(Of(item)));
        hours.AddRange(week.Except(hours.Select(Of)).ToList().ConvertAll(item => new WorkingHours
        {
            Day = item.Day, StartMinute = item.StartMinute, EndMinute = item.EndMinute,
        }));
        exceptionalHours.RemoveAll(item => !exceptions.Contains(Of(item)));
        exceptionalHours.AddRange(
            exceptions.Except(exceptionalHours.Select(Of)).ToList().ConvertAll(item => new ExceptionalHours
            {
                Date = item.Date, StartMinute = item.StartMinute, EndMinute = item.EndMinute,
            }));
    }

    /// <summary>Takes time off.</summary>
    /// <returns>False where the same was taken before.</returns>
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    public bool TakeOff(TimeOffDetails details)
    {
        var off = details.In(DateTimeZoneProviders.Tzdb[TimeZone]);
        if (timeOff.Exists(known => known.Start == off.Start && known.End == off.End && known.FirstDay == off.FirstDay))
        {
            return false;
        }

        timeOff.Add(off);
        return true;
    }

    /// <summary>Takes no time off then after all.</summary>
    /// <returns>False where there is no such time off any more.</returns>
    public bool GiveUpTimeOff(int id) => timeOff.RemoveAll(off => off.Id == id) > 0;

    /// <summary>The outside calendar says that these times are taken, and no others any more.</summary>
    /// <returns>Whether that is news.</returns>
    public bool BeBusy(IReadOnlyCollection<Interval> times)
    {
        var gone = busyTimes.RemoveAll(busy => !times.Contains(busy.Time));
        var news = times.Except(busyTimes.Select(busy => busy.Time)).ToList();
        busyTimes.AddRange(news.ConvertAll(time => new BusyTime { Start = time.Start, End = time.End }));
        return gone + news.Count > 0;
    }

    private void Qualify(IReadOnlyCollection<QualificationDetails> wanted)
    {
        qualifications.RemoveAll(item => wanted.All(details => details.PackageId != item.PackageId));
        foreach (var details in wanted)
        {
            if (qualifications.Find(item => item.PackageId == details.PackageId) is not { } qualification)
            {
                qualification = new ProducerQualification { PackageId = details.PackageId };
                qualifications.Add(qualification);
            }

            qualification.Hold(details.ValidFrom, details.ValidUntil);
        }
    }

    private void MoveDaysOff()
    {
        var zone = DateTimeZoneProviders.Tzdb[TimeZone];
        var days = timeOff.FindAll(off => off.FirstDay is not null);
        timeOff.RemoveAll(days.Contains);
        timeOff.AddRange(days.ConvertAll(off => Producers.TimeOff.Days(off.FirstDay!.Value, off.LastDay!.Value, zone)));
    }

    private static void Check(ProducerDetails details)
    {
        Guard.TypedFilled(NameLength, details.Name);
        Guard.Filled(Lengths.Email, details.Email);
        Guard.Filled(Lengths.Phone, details.Phone);
        Guard.TimeZone(details.TimeZone);
        foreach (var language in details.Languages)
        {
            Guard.Filled(Lengths.Language, language);
        }
    }

    private static void CheckSpan(int startMinute, int endMinute)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(startMinute);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(startMinute, endMinute);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(endMinute, LastMinute);
    }

    private static HoursDetails Of(WorkingHours hours) => new(hours.Day, hours.StartMinute, hours.EndMinute);

    private static ExceptionDetails Of(ExceptionalHours hours) => new(hours.Date, hours.StartMinute, hours.EndMinute);
}
