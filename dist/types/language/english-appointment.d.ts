/** English, times to choose from and times that are promised. */
export declare const englishAppointment: {
    asap: string;
    moreTimes: string;
    noTimes: string;
    yourTime: string;
    shopTime: string;
    changeZone: string;
    timeZone: string;
    movedTime: string;
    problems: string;
    promiseBy: string;
    promiseDayBy: string;
    promiseOpening: string;
    promiseSlot: string;
    savedTime: string;
    agreedBy: string;
    agreedDayBy: string;
    agreedSlot: string;
    agreedLate: string;
    lateNow: string;
    otherTime: string;
    calendar: string;
    calendarTitle: string;
    calendarTitleWe: string;
    calendarReference: string;
};
